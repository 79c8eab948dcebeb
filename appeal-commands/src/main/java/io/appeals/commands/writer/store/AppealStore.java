package io.appeals.commands.writer.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.appeals.commands.writer.ledger.KnownAppeal;
import io.appeals.commands.writer.ledger.KnownAppeals;
import io.appeals.commands.writer.ledger.LogPosition;
import io.appeals.commands.writer.ledger.RememberedCommand;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/**
 * The owner's RocksDB: appeals, remembered commands, and for each partition the position in the log that these
 * reflect. Written in atomic batches with the write-ahead log but without waiting for the disk: what a crash of the
 * machine loses comes back from the log.
 */
public final class AppealStore implements KnownAppeals, AutoCloseable {

    private final RocksFiles files;

    private AppealStore(RocksFiles files) {
        this.files = files;
    }

    /**
     * Opens the store, empty if there was none or if what is there was written in another form or is damaged.
     *
     * @throws StoreException if another process uses the folder or the disk refuses
     */
    public static AppealStore open(Path folder) {
        return new AppealStore(RocksFiles.open(folder, StoreRows.identity()));
    }

    @Override
    public @Nullable KnownAppeal appeal(int partition, String appealId) {
        byte[] row = get(files.appeals(), StoreKeys.appeal(partition, appealId));
        return row == null ? null : StoreRows.APPEAL.decode(row);
    }

    @Override
    public @Nullable RememberedCommand command(int partition, String appealId, String commandId) {
        byte[] row = get(files.commands(), StoreKeys.command(partition, appealId, commandId));
        return row == null ? null : StoreRows.COMMAND.decode(row);
    }

    /** The last event of the partition that is in the store; null if there is none. */
    public @Nullable LogPosition position(int partition) {
        byte[] row = get(files.positions(), StoreKeys.partition(partition));
        return row == null ? null : StoreRows.POSITION.decode(row);
    }

    public StoreChange change() {
        return new StoreChange(this);
    }

    /** Drops all rows of a partition. */
    public void forget(int partition) {
        byte[] first = StoreKeys.partition(partition);
        byte[] behind = StoreKeys.partition(partition + 1);
        try (WriteBatch batch = new WriteBatch()) {
            batch.delete(files.positions(), first);
            batch.deleteRange(files.appeals(), first, behind);
            batch.deleteRange(files.commands(), first, behind);
            write(batch);
        } catch (RocksDBException e) {
            throw new StoreException("could not drop partition " + partition + ": " + e.getMessage(), e);
        }
    }

    void write(WriteBatch batch) {
        try {
            files.database().write(files.writeOptions(), batch);
        } catch (RocksDBException e) {
            throw new StoreException("the store in " + files.folder() + " could not be written: " + e.getMessage(), e);
        }
    }

    ColumnFamilyHandle appeals() {
        return files.appeals();
    }

    ColumnFamilyHandle commands() {
        return files.commands();
    }

    ColumnFamilyHandle positions() {
        return files.positions();
    }

    private byte @Nullable [] get(ColumnFamilyHandle family, byte[] key) {
        try {
            return files.database().get(family, key);
        } catch (RocksDBException e) {
            throw new StoreException(
                    "the store in " + files.folder() + " could not be read at "
                            + new String(key, 2, key.length - 2, UTF_8) + ": " + e.getMessage(),
                    e);
        }
    }

    @Override
    public void close() {
        files.close();
    }
}
