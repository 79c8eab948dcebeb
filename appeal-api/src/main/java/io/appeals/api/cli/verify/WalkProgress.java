package io.appeals.api.cli.verify;

import java.util.Locale;
import java.util.Optional;

/** Tells every two seconds how much of the log has been read. */
final class WalkProgress {

    private static final long BETWEEN_REPORTS_NANOS = 2_000_000_000L;

    private final long total;
    private final long began = System.nanoTime();
    private long nextReport = began + BETWEEN_REPORTS_NANOS;
    private long done;

    /** @param total records to read in all */
    WalkProgress(long total) {
        this.total = total;
    }

    /** Notes that so many more were read; a line when it is time for one. */
    Optional<String> advance(long records) {
        done += records;
        long now = System.nanoTime();
        if (now - nextReport < 0) {
            return Optional.empty();
        }
        nextReport = now + BETWEEN_REPORTS_NANOS;
        return Optional.of(String.format(
                Locale.ROOT,
                "read %,d of %,d records (%d %%), %,d a second",
                done,
                total,
                100 * done / Math.max(1, total),
                done * 1_000_000_000L / Math.max(1, now - began)));
    }
}
