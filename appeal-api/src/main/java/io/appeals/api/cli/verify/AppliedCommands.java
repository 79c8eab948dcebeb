package io.appeals.api.cli.verify;

import io.appeals.schema.event.RecordedEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The commands that one appeal's events name. A log has hundreds of millions of them, so each is kept as eight bytes of
 * its SHA-256: within one appeal two different commands do not meet there.
 */
final class AppliedCommands {

    private long[] seen = new long[8];
    private int count;
    private @Nullable RecordedEvent last;

    /**
     * Notes the command that caused the event.
     *
     * @return false when that command was applied before. The several events of one command stand in a row, were written
     *     in one moment and are of different types.
     */
    boolean add(RecordedEvent event) {
        boolean isNew = isOfTheSameDecisionAs(last, event) || addId(fingerprint(event.commandId()));
        last = event;
        return isNew;
    }

    private static boolean isOfTheSameDecisionAs(@Nullable RecordedEvent before, RecordedEvent event) {
        return before != null
                && before.commandId().equals(event.commandId())
                && before.recordedAt().equals(event.recordedAt())
                && !before.event().type().equals(event.event().type());
    }

    private boolean addId(long id) {
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
