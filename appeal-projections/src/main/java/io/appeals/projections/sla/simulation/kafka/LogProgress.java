package io.appeals.projections.sla.simulation.kafka;

import java.time.Duration;

/** How much of the log is read. Written by the thread that reads, read by anyone. */
public final class LogProgress {

    private static final int PER_CENT = 100;

    private volatile long total;
    private volatile long done;

    void begins(long newTotal) {
        total = newTotal;
    }

    // Only the thread that reads writes it.
    @SuppressWarnings("NonAtomicVolatileUpdate")
    void advance(long records) {
        done += records;
    }

    long total() {
        return total;
    }

    long done() {
        return done;
    }

    public int percent() {
        return total == 0 ? 0 : (int) (PER_CENT * done / total);
    }

    /** How long all of it takes if it goes on as until now; something must have been read. */
    Duration expected(Duration spent) {
        return Duration.ofMillis((long) ((double) spent.toMillis() * total / done));
    }
}
