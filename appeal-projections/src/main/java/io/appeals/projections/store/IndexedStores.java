package io.appeals.projections.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;

/** The stores of this process, one a partition: Kafka Streams opens and closes them, readers find them here. */
public final class IndexedStores implements KeyValueBytesStoreSupplier, PartitionStores {

    private final String name;
    private final DerivedIndex index;
    private final RocksMemory memory;
    private final Map<Integer, IndexedStore> open = new ConcurrentHashMap<>();

    public IndexedStores(String name, DerivedIndex index, RocksMemory memory) {
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
        return new IndexedStore(this);
    }

    @Override
    public String metricsScope() {
        return "indexed-rocksdb";
    }

    @Override
    public Optional<IndexedStore> ofPartition(int partition) {
        return Optional.ofNullable(open.get(partition));
    }

    DerivedIndex index() {
        return index;
    }

    RocksMemory memory() {
        return memory;
    }

    void opened(int partition, IndexedStore store) {
        open.put(partition, store);
    }

    void closed(int partition, IndexedStore store) {
        open.remove(partition, store);
    }
}
