package io.appeals.projections.serving;

import io.appeals.projections.store.PartitionStores;
import io.appeals.projections.store.ReadableStore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The partitions whose tasks run on this node. Tasks open and close them as the group assigns and revokes them. */
public final class LocalPartitions {

    private final PartitionStores stores;
    private final List<String> topics;
    private final AtomicReferenceArray<LocalPartition> open;

    /**
     * @param count how many partitions there are, here and elsewhere
     * @param topics the sources that must be caught up before a partition is complete
     */
    public LocalPartitions(int count, PartitionStores stores, List<String> topics) {
        this.stores = stores;
        this.topics = List.copyOf(topics);
        this.open = new AtomicReferenceArray<>(count);
    }

    public int count() {
        return open.length();
    }

    /** The partition of a task that begins to work; the task's processors share it. */
    public synchronized LocalPartition open(int partition) {
        LocalPartition present = open.get(partition);
        if (present != null) {
            return present;
        }
        ReadableStore store = stores.ofPartition(partition)
                .orElseThrow(() -> new IllegalStateException("the store of partition " + partition + " is not open"));
        LocalPartition opened = new LocalPartition(partition, store, topics);
        open.set(partition, opened);
        return opened;
    }

    /** The task stops working; does nothing where it was said already. */
    public synchronized void close(LocalPartition partition) {
        if (open.compareAndSet(partition.number(), partition, null)) {
            partition.waits().wakeAll();
        }
    }

    public Optional<LocalPartition> at(int partition) {
        return Optional.ofNullable(open.get(partition));
    }

    /** Those that are open here, in their order. */
    public Stream<LocalPartition> open() {
        return IntStream.range(0, count()).mapToObj(open::get).filter(Objects::nonNull);
    }

    boolean areAllCaughtUp() {
        return IntStream.range(0, count())
                .mapToObj(open::get)
                .allMatch(partition -> partition != null && partition.isCaughtUp());
    }
}
