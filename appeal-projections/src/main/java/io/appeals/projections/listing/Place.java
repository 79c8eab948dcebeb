package io.appeals.projections.listing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/**
 * An appeal's place in an ordering: its moment, then its id. As bytes it is the end of the index's keys and orders as they do; as text it is a page's cursor.
 */
public record Place(Instant moment, String appealId) implements Comparable<Place> {

    public byte[] toBytes() {
        byte[] id = appealId.getBytes(UTF_8);
        return ByteBuffer.allocate(Long.BYTES + id.length)
                // Flipping the sign makes unsigned bytes order as the signed moments do.
                .putLong(moment.toEpochMilli() ^ Long.MIN_VALUE)
                .put(id)
                .array();
    }

    public static Place ofBytes(byte[] bytes, int offset) {
        long moment = ByteBuffer.wrap(bytes).getLong(offset) ^ Long.MIN_VALUE;
        String id = new String(bytes, offset + Long.BYTES, bytes.length - offset - Long.BYTES, UTF_8);
        return new Place(Instant.ofEpochMilli(moment), id);
    }

    @Override
    public int compareTo(Place other) {
        int byMoment = moment.compareTo(other.moment);
        return byMoment != 0
                ? byMoment
                : Arrays.compareUnsigned(appealId.getBytes(UTF_8), other.appealId.getBytes(UTF_8));
    }
}
