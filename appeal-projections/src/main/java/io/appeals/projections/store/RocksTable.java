package io.appeals.projections.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One open RocksDB database with what must be closed together with it. */
final class RocksTable implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RocksTable.class);

    private final File folder;
    private final Options options;
    // The changelog is the write-ahead log; a second one would only double the writing.
    private final WriteOptions writing = new WriteOptions().setDisableWAL(true);
    private final RocksDB database;

    private RocksTable(File folder, Options options, RocksDB database) {
        this.folder = folder;
        this.options = options;
        this.database = database;
    }

    /** Opens the database. One whose files are damaged is thrown away: the changelog has it all. */
    static RocksTable open(File folder, RocksMemory memory) {
        Options options = memory.options();
        try {
            Files.createDirectories(folder.toPath());
            return new RocksTable(folder, options, openOrBeginAnew(folder, options));
        } catch (RocksDBException | IOException e) {
            options.close();
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
        options.close();
    }
}
