package io.appeals.projections.topology;

import io.appeals.projections.serving.LocalPartition;
import io.appeals.projections.store.CommandOutcome;
import io.appeals.projections.store.StoreKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;

/** Forgets outcomes of commands that were decided long ago, a little at a time, so that folding never waits long. */
final class OutcomeExpiry {

    private static final int BATCH = 500;
    private static final Duration BUDGET = Duration.ofMillis(20);

    private final KeyValueStore<Bytes, byte[]> rows;
    private final LocalPartition partition;

    OutcomeExpiry(KeyValueStore<Bytes, byte[]> rows, LocalPartition partition) {
        this.rows = rows;
        this.partition = partition;
    }

    void run(Instant now) {
        long firstDayKept = StoreKeys.day(now) - CommandOutcome.DAYS_KEPT;
        long end = System.nanoTime() + BUDGET.toNanos();
        int expired = BATCH;
        while (expired == BATCH && System.nanoTime() < end) {
            List<Bytes> keys = partition.outcomesBefore(firstDayKept, BATCH);
            rows.putAll(keys.stream().map(OutcomeExpiry::deletionOf).toList());
            expired = keys.size();
        }
    }

    /** A row without a value is a deletion, in the store as in its changelog. */
    @SuppressWarnings("NullAway")
    private static KeyValue<Bytes, byte[]> deletionOf(Bytes key) {
        return KeyValue.pair(key, null);
    }
}
