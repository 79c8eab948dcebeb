package io.appeals.projections.store;

import io.appeals.projections.listing.ListingEntry;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/**
 * The bytes of an appeal's row. In front stands what indexes are derived from, so that this can be done, also while restoring, without decoding the view:
 * {@code length of facts | facts | openedAt | updatedAt | messages | view}; or, where there is no view, {@code 0 | degraded since}.
 */
final class RowFormat {

    private static final int AFTER_FACTS = 2 * Long.BYTES + Integer.BYTES;

    private RowFormat() {}

    static byte[] write(ListingEntry entry, int messages, byte[] view) {
        byte[] facts = AppealRow.FACTS.encode(entry.facts());
        return ByteBuffer.allocate(Integer.BYTES + facts.length + AFTER_FACTS + view.length)
                .putInt(facts.length)
                .put(facts)
                .putLong(entry.openedAt().toEpochMilli())
                .putLong(entry.updatedAt().toEpochMilli())
                .putInt(messages)
                .put(view)
                .array();
    }

    static byte[] writeUnviewable(long degradedSince) {
        return ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(0)
                .putLong(degradedSince)
                .array();
    }

    static boolean isViewable(byte[] row) {
        return factsLength(row) > 0;
    }

    static long degradedSince(byte[] row) {
        return ByteBuffer.wrap(row).getLong(Integer.BYTES);
    }

    private static int factsLength(byte[] row) {
        return ByteBuffer.wrap(row).getInt(0);
    }

    private static int afterFacts(byte[] row) {
        return Integer.BYTES + factsLength(row);
    }

    static byte[] facts(byte[] row) {
        return Arrays.copyOfRange(row, Integer.BYTES, afterFacts(row));
    }

    static ListingEntry entry(byte[] row) {
        ByteBuffer moments = ByteBuffer.wrap(row).position(afterFacts(row));
        return new ListingEntry(
                AppealRow.FACTS.decode(facts(row)),
                Instant.ofEpochMilli(moments.getLong()),
                Instant.ofEpochMilli(moments.getLong()));
    }

    static int messages(byte[] row) {
        return ByteBuffer.wrap(row).getInt(afterFacts(row) + 2 * Long.BYTES);
    }

    static byte[] view(byte[] row) {
        return Arrays.copyOfRange(row, afterFacts(row) + AFTER_FACTS, row.length);
    }
}
