package io.appeals.projections.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;

/** Makes the stores of all partitions under one name, for an application that commits in transactions. */
public final class CommittedStores implements KeyValueBytesStoreSupplier, PartitionStores {

    private final String name;
    private final DerivedIndex index;
    private final RocksMemory memory;
    private final Map<Integer, CommittedStore> open = new ConcurrentHashMap<>();

    public CommittedStores(String name, DerivedIndex index, RocksMemory memory) {
        this.name = name;
        this.index = index;
        this.memory = memory;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public KeyValueStore<Bytes, byte[]> get() {
        return new CommittedStore(this);
    }

    @Override
    public String metricsScope() {
        return "committed-rocksdb";
    }

    @Override
    public Optional<CommittedStore> ofPartition(int partition) {
        return Optional.ofNullable(open.get(partition));
    }

    /**
     * A transaction has committed. To be called by the thread that writes the stores of these partitions.
     *
     * @param offsets the last offset that each partition's changelog got in it
     */
    public void transactionCommitted(Map<Integer, Long> offsets) {
        offsets.forEach((partition, offset) -> ofPartition(partition).ifPresent(store -> store.committed(offset)));
    }

    DerivedIndex index() {
        return index;
    }

    RocksMemory memory() {
        return memory;
    }

    void opened(int partition, CommittedStore store) {
        open.put(partition, store);
    }

    void closed(int partition, CommittedStore store) {
        open.remove(partition, store);
    }
}
