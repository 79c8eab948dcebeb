package io.appeals.commands.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The commands that one appeal's events name. A log has hundreds of millions of them, so each is kept as eight bytes of
 * its SHA-256: within one appeal two different commands do not meet there.
 */
final class AppliedCommands {

    private long[] seen = new long[8];
    private int count;

    /** Notes a command; false when it is there already. */
    boolean add(String commandId) {
        long id = fingerprint(commandId);
        for (int i = 0; i < count; i++) {
            if (seen[i] == id) {
                return false;
            }
        }
        if (count == seen.length) {
            seen = Arrays.copyOf(seen, 2 * count);
        }
        seen[count++] = id;
        return true;
    }

    private static long fingerprint(String commandId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(commandId.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
