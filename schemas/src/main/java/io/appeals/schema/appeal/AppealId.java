package io.appeals.schema.appeal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The natural key of an appeal: the name-based UUID (RFC 9562, version 5) of {@code sellerId|TYPE|reference} in
 * {@link #NAMESPACE}. Anybody can compute it before sending anything, and the same matter cannot be appealed twice.
 */
public final class AppealId {

    public static final UUID NAMESPACE = UUID.fromString("6f0b7a52-5d3c-5c8e-9d61-0f4b9c1e7a30");

    private AppealId() {}

    public static String of(String sellerId, Subject subject) {
        return of(sellerId, subject.type(), subject.reference());
    }

    /** @param sellerId must not contain {@code |}, which sellers' ids never do */
    public static String of(String sellerId, SubjectType type, String reference) {
        return nameBased(NAMESPACE, sellerId + "|" + type + "|" + reference).toString();
    }

    /** A version 5 UUID, for ids that anybody can compute again from the same facts. */
    public static UUID nameBased(UUID namespace, String name) {
        byte[] hash = sha1().digest(concat(
                ByteBuffer.allocate(16)
                        .putLong(namespace.getMostSignificantBits())
                        .putLong(namespace.getLeastSignificantBits())
                        .array(),
                name.getBytes(UTF_8)));
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        long high = (bytes.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x5000L;
        long low = (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
