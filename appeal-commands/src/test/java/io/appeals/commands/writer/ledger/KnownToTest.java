package io.appeals.commands.writer.ledger;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known, in memory. */
public final class KnownToTest implements KnownAppeals {

    private final Map<BatchLedger.AppealKey, KnownAppeal> appeals = new HashMap<>();
    private final Map<BatchLedger.CommandKey, RememberedCommand> commands = new HashMap<>();

    /** As a commit would. */
    public void takeOver(BatchLedger ledger) {
        appeals.putAll(ledger.changedAppeals());
        commands.putAll(ledger.acceptedCommands());
    }

    @Override
    public @Nullable KnownAppeal appeal(int partition, String appealId) {
        return appeals.get(new BatchLedger.AppealKey(partition, appealId));
    }

    @Override
    public @Nullable RememberedCommand command(int partition, String appealId, String commandId) {
        return commands.get(new BatchLedger.CommandKey(partition, appealId, commandId));
    }

    public Map<BatchLedger.AppealKey, KnownAppeal> appeals() {
        return appeals;
    }

    public Map<BatchLedger.CommandKey, RememberedCommand> commands() {
        return commands;
    }
}
