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
        sha1.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .array());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(UTF_8)));
        long high = (hash.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x5000L;
        long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
