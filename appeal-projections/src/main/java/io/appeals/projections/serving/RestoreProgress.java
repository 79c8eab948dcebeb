package io.appeals.projections.serving;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How much of the stores that are being restored from their changelogs is there again. */
public final class RestoreProgress implements StateRestoreListener {

    private record Restoring(long total, long restored) {}

    private final Map<TopicPartition, Restoring> stores = new ConcurrentHashMap<>();

    @Override
    public void onRestoreStart(TopicPartition changelog, String storeName, long startingOffset, long endingOffset) {
        stores.put(changelog, new Restoring(Math.max(0, endingOffset - startingOffset), 0));
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String storeName, long batchEndOffset, long numRestored) {
        stores.computeIfPresent(
                changelog, (key, before) -> new Restoring(before.total(), before.restored() + numRestored));
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String storeName, long totalRestored) {
        stores.computeIfPresent(changelog, (key, before) -> new Restoring(before.total(), before.total()));
    }

    @Override
    public void onRestoreSuspended(TopicPartition changelog, String storeName, long totalRestored) {
        stores.remove(changelog);
    }

    /** From 0 to 100; empty when nothing had to be restored. */
    public OptionalInt percent() {
        long total = 0;
        long restored = 0;
        for (Restoring store : stores.values()) {
            total += store.total();
            restored += Math.min(store.total(), store.restored());
        }
        return total == 0 ? OptionalInt.empty() : OptionalInt.of((int) (100 * restored / total));
    }
}
