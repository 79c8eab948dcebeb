package io.appeals.commands.writer.store;

import io.appeals.commands.writer.ledger.BatchLedger;
import io.appeals.commands.writer.ledger.BatchLedger.AppealKey;
import io.appeals.commands.writer.ledger.BatchLedger.CommandKey;
import io.appeals.commands.writer.ledger.KnownAppeal;
import io.appeals.commands.writer.ledger.KnownAppeals;
import io.appeals.commands.writer.ledger.LogPosition;
import io.appeals.commands.writer.ledger.RememberedCommand;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Between the owner and its store: what the log has is known at once, and is written to the disk a moment later, by
 * another thread, many batches in one atomic change. What a crash loses of it is read from the log again. For the
 * owner's thread only.
 */
public final class WriteBehind implements KnownAppeals, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WriteBehind.class);
    private static final Duration WRITE_AFTER = Duration.ofMillis(500);
    private static final int WRITE_FROM = 5_000;
    private static final int AT_MOST = 50_000;

    private final AppealStore store;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("appeals-store").factory());
    private Changes gathering = new Changes();
    private @Nullable Changes writing;
    private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);

    private static final class Changes {
        private final Map<AppealKey, KnownAppeal> appeals = HashMap.newHashMap(WRITE_FROM);
        private final Map<CommandKey, RememberedCommand> commands = HashMap.newHashMap(WRITE_FROM);
        private final Map<Integer, LogPosition> positions = new HashMap<>();
        private final long begunAt = System.nanoTime();

        boolean isDue() {
            return commands.size() >= WRITE_FROM
                    || !positions.isEmpty() && System.nanoTime() - begunAt > WRITE_AFTER.toNanos();
        }
    }

    public WriteBehind(AppealStore store) {
        this.store = store;
    }

    /** Takes over what a batch changed in the log. */
    public void add(BatchLedger committed, Map<Integer, LogPosition> positions) {
        gathering.appeals.putAll(committed.changedAppeals());
        gathering.commands.putAll(committed.acceptedCommands());
        gathering.positions.putAll(positions);
    }

    /**
     * Begins to write what has gathered, if it is time to. Waits only where the disk is far behind.
     *
     * @throws StoreException if writing has failed: what is known here is more than the store will ever have
     */
    public void writeIfDue() {
        if (written.isDone() || gathering.commands.size() > AT_MOST) {
            join();
        }
        if (writing == null && gathering.isDue()) {
            begin();
        }
    }

    /** Writes all that has gathered, and waits for it. What cannot be written is forgotten: the log has it. */
    public void drain() {
        try {
            join();
            if (!gathering.positions.isEmpty()) {
                begin();
                join();
            }
        } catch (StoreException e) {
            LOG.warn("states could not be kept on disk and will be read from the log: {}", e.getMessage());
            gathering = new Changes();
        }
    }

    private void begin() {
        Changes changes = gathering;
        writing = changes;
        gathering = new Changes();
        written = CompletableFuture.runAsync(() -> write(changes), writer);
    }

    private void join() {
        try {
            written.join();
        } catch (CompletionException e) {
            gathering = new Changes();
            throw e.getCause() instanceof StoreException failure
                    ? failure
                    : new StoreException("the store could not be written: " + e.getMessage(), e);
        } finally {
            writing = null;
            written = CompletableFuture.completedFuture(null);
        }
    }

    private void write(Changes changes) {
        try (StoreChange change = store.change()) {
            change.take(changes.appeals, changes.commands);
            changes.positions.forEach(change::position);
            change.commit();
        }
    }

    @Override
    public @Nullable KnownAppeal appeal(int partition, String appealId) {
        AppealKey key = new AppealKey(partition, appealId);
        KnownAppeal appeal = gathering.appeals.get(key);
        Changes older = writing;
        if (appeal == null && older != null) {
            appeal = older.appeals.get(key);
        }
        return appeal == null ? store.appeal(partition, appealId) : appeal;
    }

    @Override
    public @Nullable RememberedCommand command(int partition, String appealId, String commandId) {
        CommandKey key = new CommandKey(partition, appealId, commandId);
        RememberedCommand command = gathering.commands.get(key);
        Changes older = writing;
        if (command == null && older != null) {
            command = older.commands.get(key);
        }
        return command == null ? store.command(partition, appealId, commandId) : command;
    }

    @Override
    public void close() {
        drain();
        writer.close();
    }
}
