package io.appeals.projections.store;

import io.appeals.projections.store.DerivedIndex.IndexEntry;
import java.io.File;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
import org.rocksdb.WriteBatchInterface;
import org.rocksdb.WriteBatchWithIndex;

/**
 * One partition's rows in RocksDB with derived indexes, as in {@link IndexedStore}, for an application that commits in
 * transactions: what is written stays in memory, seen by the writing thread alone, until the transaction that holds its
 * changelog records has committed, and then reaches the disk together with their offset. So the disk never holds what
 * was not committed, and a store that survives {@code kill -9} is good as it is: nothing has to be thrown away and
 * restored from the beginning.
 */
public final class CommittedStore implements KeyValueStore<Bytes, byte[]>, ReadableStore {

    /** Before all families of keys. */
    private static final byte[] OFFSET = {0};

    private final CommittedStores family;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private @Nullable RocksTable table;
    private @Nullable WriteBatchWithIndex uncommitted;
    private int partition;

    CommittedStore(CommittedStores family) {
        this.family = family;
    }

    @Override
    public String name() {
        return family.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        partition = context.taskId().partition();
        table = RocksTable.openDurable(new File(new File(context.stateDir(), "rocksdb"), name()), family.memory());
        uncommitted = new WriteBatchWithIndex(true);
        context.register(root, (BatchingStateRestoreCallback) this::restore);
        family.opened(partition, this);
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return get(key.get());
    }

    private byte @Nullable [] get(byte[] key) {
        return table().get(uncommitted(), key);
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        try {
            add(uncommitted(), key.get(), value);
        } catch (RocksDBException e) {
            throw failed("written", e);
        }
    }

    @Override
    public byte @Nullable [] putIfAbsent(Bytes key, byte @Nullable [] value) {
        byte[] present = get(key);
        if (present == null) {
            put(key, value);
        }
        return present;
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> rows) {
        rows.forEach(row -> put(row.key, row.value));
    }

    @Override
    public byte @Nullable [] delete(Bytes key) {
        byte[] before = get(key);
        put(key, null);
        return before;
    }

    /** What is in the changelog is committed. */
    private void restore(Collection<KeyValue<byte[], byte[]>> records) {
        try {
            for (KeyValue<byte[], byte[]> record : records) {
                add(uncommitted(), record.key, record.value);
            }
            table().write(uncommitted());
        } catch (RocksDBException e) {
            throw failed("restored", e);
        }
    }

    private void add(WriteBatchInterface batch, byte[] key, byte @Nullable [] value) throws RocksDBException {
        if (family.index().covers(key)) {
            byte[] old = get(key);
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
        if (value == null) {
            batch.delete(key);
        } else {
            batch.put(key, value);
        }
    }

    /** The rows that begin with {@code prefix}, from {@code from} on, uncommitted ones included; for the writing thread. */
    public StoreScan scan(byte[] prefix, byte[] from) {
        return StoreScan.from(
                uncommitted().newIteratorWithBase(table().database().newIterator()), prefix, from);
    }

    /** The transaction is committed, and this was its last offset in the changelog. */
    void committed(long offset) {
        try {
            uncommitted()
                    .put(OFFSET, ByteBuffer.allocate(Long.BYTES).putLong(offset).array());
            table().write(uncommitted());
        } catch (RocksDBException e) {
            throw failed("committed", e);
        }
    }

    /** Called when there is no transaction under way: after a restoration, a clean end, or where there are none at all. */
    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        if (table != null) {
            changelogOffsets.values().stream().findFirst().ifPresent(this::committed);
        }
    }

    /** The store has one changelog partition only, so whose offset it is goes without saying. */
    @Override
    public @Nullable Long committedOffset(TopicPartition changelog) {
        byte[] offset = get(OFFSET);
        return offset == null ? null : (Long) ByteBuffer.wrap(offset).getLong();
    }

    @Override
    @Deprecated
    public boolean managesOffsets() {
        return true;
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

    /** What is not committed is gone with its transaction. */
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (table != null) {
                family.closed(partition, this);
                uncommitted().close();
                uncommitted = null;
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

    private WriteBatchWithIndex uncommitted() {
        if (uncommitted == null) {
            throw new ProcessorStateException("store " + name() + " of partition " + partition + " is closed");
        }
        return uncommitted;
    }

    private ProcessorStateException failed(String what, RocksDBException e) {
        return new ProcessorStateException(
                "store " + name() + " of partition " + partition + " could not be " + what + ": " + e.getMessage(), e);
    }
}
