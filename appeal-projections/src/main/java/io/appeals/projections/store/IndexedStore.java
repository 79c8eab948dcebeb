package io.appeals.projections.store;

import io.appeals.projections.store.DerivedIndex.IndexEntry;
import java.io.File;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.processor.BatchingStateRestoreCallback;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/**
 * One partition's rows in RocksDB, with indexes that are derived from the rows and written in the same atomic batch. Only the rows are in the changelog; restoring them derives the indexes again. So an index can never disagree with its rows, whatever was lost on the way,
 * and one changed row costs one record in the changelog instead of one for each index.
 *
 * <p>Written by one thread, the one that runs the partition's task; read by any number through {@link #snapshot()}.
 */
public final class IndexedStore implements KeyValueStore<Bytes, byte[]>, ReadableStore {

    /** Before all families of keys. */
    private static final byte[] OFFSET = {0};

    private final IndexedStores family;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private @Nullable RocksTable table;
    private int partition;

    IndexedStore(IndexedStores family) {
        this.family = family;
    }

    @Override
    public String name() {
        return family.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        partition = context.taskId().partition();
        table = RocksTable.open(new File(new File(context.stateDir(), "rocksdb"), name()), family.memory());
        context.register(root, (BatchingStateRestoreCallback) this::restore);
        family.opened(partition, this);
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return table().get(key.get());
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        apply(Map.of(key, Optional.ofNullable(value)));
    }

    @Override
    public byte @Nullable [] putIfAbsent(Bytes key, byte @Nullable [] value) {
        byte[] present = get(key);
        if (present == null) {
            put(key, value);
        }
        return present;
    }

    /** Writes all of it or nothing. */
    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> rows) {
        Map<Bytes, Optional<byte[]>> changes = new LinkedHashMap<>();
        rows.forEach(row -> changes.put(row.key, Optional.ofNullable(row.value)));
        apply(changes);
    }

    @Override
    public byte @Nullable [] delete(Bytes key) {
        byte[] before = get(key);
        put(key, null);
        return before;
    }

    /** Of several records of one key in a batch only the last counts, as in the compacted changelog itself. */
    private void restore(Collection<KeyValue<byte[], byte[]>> records) {
        Map<Bytes, Optional<byte[]>> changes = new LinkedHashMap<>();
        records.forEach(each -> changes.put(Bytes.wrap(each.key), Optional.ofNullable(each.value)));
        apply(changes);
    }

    private void apply(Map<Bytes, Optional<byte[]>> changes) {
        try (WriteBatch batch = new WriteBatch()) {
            for (var change : changes.entrySet()) {
                add(batch, change.getKey().get(), change.getValue().orElse(null));
            }
            table().write(batch);
        } catch (RocksDBException e) {
            throw failed("written", e);
        }
    }

    private void add(WriteBatch batch, byte[] key, byte @Nullable [] value) throws RocksDBException {
        if (family.index().covers(key)) {
            addIndexChanges(batch, key, value);
        }
        if (value == null) {
            batch.delete(key);
        } else {
            batch.put(key, value);
        }
    }

    private void addIndexChanges(WriteBatch batch, byte[] key, byte @Nullable [] value) throws RocksDBException {
        byte[] old = table().get(key);
        List<IndexEntry> before = old == null ? List.of() : family.index().entriesOf(key, old);
        List<IndexEntry> after = value == null ? List.of() : family.index().entriesOf(key, value);
        for (IndexEntry entry : before) {
            if (after.stream().noneMatch(kept -> Arrays.equals(kept.key(), entry.key()))) {
                batch.delete(entry.key());
            }
        }
        for (IndexEntry entry : after) {
            batch.put(entry.key(), entry.value());
        }
    }

    @Override
    public Optional<StoreSnapshot> snapshot() {
        Lock reading = lock.readLock();
        reading.lock();
        if (table == null) {
            reading.unlock();
            return Optional.empty();
        }
        return Optional.of(new StoreSnapshot(table, reading));
    }

    /** Keeps the offset in the same file and order as the rows: after a crash it is never ahead of them. */
    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        if (table == null) {
            return;
        }
        Long offset = changelogOffsets.values().stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        try (WriteBatch batch = new WriteBatch()) {
            if (offset == null) {
                batch.delete(OFFSET);
            } else {
                batch.put(
                        OFFSET, ByteBuffer.allocate(Long.BYTES).putLong(offset).array());
            }
            table.write(batch);
        } catch (RocksDBException e) {
            throw failed("committed", e);
        }
    }

    /** The store has one changelog partition only, so whose offset it is goes without saying. */
    @Override
    public @Nullable Long committedOffset(TopicPartition changelog) {
        byte[] offset = table().get(OFFSET);
        return offset == null ? null : (Long) ByteBuffer.wrap(offset).getLong();
    }

    @Override
    @Deprecated
    public boolean managesOffsets() {
        return true;
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (table != null) {
                family.closed(partition, this);
                table.close();
                table = null;
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public boolean persistent() {
        return true;
    }

    @Override
    public boolean isOpen() {
        return table != null;
    }

    @Override
    public Position getPosition() {
        return Position.emptyPosition();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(@Nullable Bytes from, @Nullable Bytes to) {
        throw new UnsupportedOperationException("read the store through a snapshot");
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        throw new UnsupportedOperationException("read the store through a snapshot");
    }

    @Override
    public long approximateNumEntries() {
        return table().approximateNumEntries();
    }

    private RocksTable table() {
        if (table == null) {
            throw new ProcessorStateException("store " + name() + " of partition " + partition + " is closed");
        }
        return table;
    }

    private ProcessorStateException failed(String what, RocksDBException e) {
        return new ProcessorStateException(
                "store " + name() + " of partition " + partition + " could not be " + what + ": " + e.getMessage(), e);
    }
}
