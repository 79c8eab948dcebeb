package io.appeals.projections.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteBatchWithIndex;
import org.rocksdb.WriteOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One open RocksDB database with what must be closed together with it. */
final class RocksTable implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RocksTable.class);

    private final File folder;
    private final Options options;
    private final WriteOptions writing;
    private final ReadOptions reading = new ReadOptions();
    private final RocksDB database;

    private RocksTable(File folder, Options options, WriteOptions writing, RocksDB database) {
        this.folder = folder;
        this.options = options;
        this.writing = writing;
        this.database = database;
    }

    /** Opens the database. The changelog is its write-ahead log; a second one would only double the writing. */
    static RocksTable open(File folder, RocksMemory memory) {
        return open(folder, memory, new WriteOptions().setDisableWAL(true));
    }

    /** Opens a database that has all that was written to it after {@code kill -9} too. */
    static RocksTable openDurable(File folder, RocksMemory memory) {
        return open(folder, memory, new WriteOptions());
    }

    /** One whose files are damaged is thrown away: the changelog has it all. */
    private static RocksTable open(File folder, RocksMemory memory, WriteOptions writing) {
        Options options = memory.options();
        try {
            Files.createDirectories(folder.toPath());
            return new RocksTable(folder, options, writing, openOrBeginAnew(folder, options));
        } catch (RocksDBException | IOException e) {
            options.close();
            writing.close();
            throw new ProcessorStateException("the store in " + folder + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static RocksDB openOrBeginAnew(File folder, Options options) throws RocksDBException {
        try {
            return RocksDB.open(options, folder.getPath());
        } catch (RocksDBException e) {
            if (e.getStatus() == null || e.getStatus().getCode() != Status.Code.Corruption) {
                throw e;
            }
            LOG.warn("the store in {} is damaged and will be restored from its changelog: {}", folder, e.getMessage());
            RocksDB.destroyDB(folder.getPath(), options);
            return RocksDB.open(options, folder.getPath());
        }
    }

    byte @Nullable [] get(byte[] key) {
        try {
            return database.get(key);
        } catch (RocksDBException e) {
            throw new ProcessorStateException("the store in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The row as it will be once the batch is written. */
    byte @Nullable [] get(WriteBatchWithIndex batch, byte[] key) {
        try {
            return batch.getFromBatchAndDB(database, reading, key);
        } catch (RocksDBException e) {
            throw new ProcessorStateException("the store in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Writes all of it or nothing, and empties the batch. */
    void write(WriteBatchWithIndex batch) throws RocksDBException {
        database.write(writing, batch);
        batch.clear();
    }

    void write(WriteBatch batch) throws RocksDBException {
        database.write(writing, batch);
    }

    long approximateNumEntries() {
        try {
            return database.getLongProperty("rocksdb.estimate-num-keys");
        } catch (RocksDBException e) {
            throw new ProcessorStateException("the store in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    RocksDB database() {
        return database;
    }

    /** Rows still in memory are written to files before it closes. */
    @Override
    public void close() {
        database.close();
        writing.close();
        reading.close();
        options.close();
    }
}
