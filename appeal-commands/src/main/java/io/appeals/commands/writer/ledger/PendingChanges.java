package io.appeals.commands.writer.ledger;

import io.appeals.commands.writer.ledger.BatchLedger.AppealKey;
import io.appeals.commands.writer.ledger.BatchLedger.CommandKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What will be known once a batch that is on its way is in the log.
 *
 * @param appeals that the batch changes
 * @param commands that it accepts
 * @param known before it
 */
record PendingChanges(
        Map<AppealKey, KnownAppeal> appeals, Map<CommandKey, RememberedCommand> commands, KnownAppeals known)
        implements KnownAppeals {

    @Override
    public @Nullable KnownAppeal appeal(int partition, String appealId) {
        KnownAppeal changed = appeals.get(new AppealKey(partition, appealId));
        return changed == null ? known.appeal(partition, appealId) : changed;
    }

    @Override
    public @Nullable RememberedCommand command(int partition, String appealId, String commandId) {
        RememberedCommand accepted = commands.get(new CommandKey(partition, appealId, commandId));
        return accepted == null ? known.command(partition, appealId, commandId) : accepted;
    }
}
