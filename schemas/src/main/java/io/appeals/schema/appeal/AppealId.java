package io.appeals.schema.appeal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * The natural key of an appeal: the name-based UUID (RFC 9562, version 5) of {@code sellerId|TYPE|reference} in
 * {@link #NAMESPACE}. Anybody can compute it before sending anything, and the same matter cannot be appealed twice.
 */
public final class AppealId {

    public static final UUID NAMESPACE = UUID.fromString("6f0b7a52-5d3c-5c8e-9d61-0f4b9c1e7a30");

    private static final byte[] NAMESPACE_BYTES = bytes(NAMESPACE);

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
        MessageDigest sha1 = Sha.sha1();
        sha1.update(namespace.equals(NAMESPACE) ? NAMESPACE_BYTES : bytes(namespace));
        byte[] hash = sha1.digest(name.getBytes(UTF_8));
        long high = (number(hash, 0) & 0xFFFFFFFFFFFF0FFFL) | 0x5000L;
        long low = (number(hash, Long.BYTES) & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static long number(byte[] hash, int from) {
        long number = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            number = number << Byte.SIZE | hash[i] & 0xFF;
        }
        return number;
    }
}
