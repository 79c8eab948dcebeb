package io.appeals.projections.sla.serving;

import io.appeals.projections.listing.Place;
import io.appeals.projections.sla.store.SlaKeys;
import io.appeals.projections.store.StoreScan;
import io.appeals.projections.store.StoreSnapshot;
import org.jspecify.annotations.Nullable;

/** One partition's entries under a prefix, in order of their moments. */
final class TimedScan implements AutoCloseable {

    private final StoreSnapshot rows;
    private final StoreScan scan;
    private final int prefixLength;
    private @Nullable Place current;

    /** @param after begins behind this place; null from the beginning of the order on */
    TimedScan(StoreSnapshot rows, byte[] prefix, @Nullable Place after, boolean descending) {
        this.rows = rows;
        this.prefixLength = prefix.length;
        byte[] start = after == null ? null : SlaKeys.at(prefix, after.moment(), after.appealId());
        this.scan = rows.scan(prefix, start, descending);
        read();
    }

    private void read() {
        current = scan.isValid()
                ? new Place(SlaKeys.momentIn(scan.key(), prefixLength), SlaKeys.nameIn(scan.key(), prefixLength))
                : null;
    }

    /** The entry at hand; null when there are no more. */
    @Nullable
    Place current() {
        return current;
    }

    /** The rows that the entry is of. */
    StoreSnapshot rows() {
        return rows;
    }

    void advance() {
        scan.advance();
        read();
    }

    @Override
    public void close() {
        scan.close();
    }
}
