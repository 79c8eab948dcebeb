package io.appeals.commands.writer.store;

import io.appeals.commands.writer.ledger.BatchLedger;
import io.appeals.commands.writer.ledger.BatchLedger.AppealKey;
import io.appeals.commands.writer.ledger.BatchLedger.CommandKey;
import io.appeals.commands.writer.ledger.KnownAppeal;
import io.appeals.commands.writer.ledger.LogPosition;
import io.appeals.commands.writer.ledger.RememberedCommand;
import java.util.Map;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/** What one batch changes in the store, with the log positions that it brings the store to: all of it or nothing. */
public final class StoreChange implements AutoCloseable {

    private final AppealStore store;
    private final WriteBatch batch = new WriteBatch();

    StoreChange(AppealStore store) {
        this.store = store;
    }

    public void take(Map<AppealKey, KnownAppeal> appeals, Map<CommandKey, RememberedCommand> commands) {
        appeals.forEach((key, appeal) -> put(
                store.appeals(), StoreKeys.appeal(key.partition(), key.appealId()), StoreRows.APPEAL.encode(appeal)));
        commands.forEach((key, command) -> put(
                store.commands(),
                StoreKeys.command(key.partition(), key.appealId(), key.commandId()),
                StoreRows.COMMAND.encode(command)));
    }

    /** Everything that a batch changed. */
    public void take(BatchLedger ledger) {
        take(ledger.changedAppeals(), ledger.acceptedCommands());
    }

    public void position(int partition, LogPosition position) {
        put(store.positions(), StoreKeys.partition(partition), StoreRows.POSITION.encode(position));
    }

    /** @throws StoreException if the disk refuses; then nothing is changed */
    public void commit() {
        store.write(batch);
    }

    private void put(ColumnFamilyHandle family, byte[] key, byte[] value) {
        try {
            batch.put(family, key, value);
        } catch (RocksDBException e) {
            throw new StoreException("could not gather a change: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        batch.close();
    }
}
