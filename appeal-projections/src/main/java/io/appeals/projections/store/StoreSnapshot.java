package io.appeals.projections.store;

import java.util.concurrent.locks.Lock;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.Snapshot;

/** One partition's rows and indexes at one moment. To be closed by the thread that took it. */
public final class StoreSnapshot implements AutoCloseable {

    private final RocksTable table;
    private final Lock reading;
    private final Snapshot moment;
    private final ReadOptions options;

    /** @param reading held; released when the snapshot is closed */
    StoreSnapshot(RocksTable table, Lock reading) {
        this.table = table;
        this.reading = reading;
        this.moment = table.database().getSnapshot();
        this.options = new ReadOptions().setSnapshot(moment);
    }

    public byte @Nullable [] get(byte[] key) {
        try {
            return table.database().get(options, key);
        } catch (RocksDBException e) {
            throw new ProcessorStateException("the store cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * All keys that begin with {@code prefix}, in order.
     *
     * @param after begins behind this key; null from the first (or, descending, the last) on
     */
    public StoreScan scan(byte[] prefix, byte @Nullable [] after, boolean descending) {
        return StoreScan.begin(table.database().newIterator(options), prefix, after, descending);
    }

    @Override
    public void close() {
        options.close();
        table.database().releaseSnapshot(moment);
        moment.close();
        reading.unlock();
    }
}
