package io.appeals.commands.writer.ledger;

import io.appeals.commands.writer.ledger.BatchLedger.AppealKey;
import io.appeals.commands.writer.ledger.BatchLedger.CommandKey;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the appeals that were used last in memory, over a store that has them all. Of appeals that began while they were
 * in memory it knows all commands too, so that a new command need not be looked for in the store. For one thread.
 */
public final class CachedAppeals implements KnownAppeals {

    private static final float USUAL_LOAD = 0.75f;
    private static final int COMMANDS_AT_MOST = 200;

    private final KnownAppeals stored;
    private final Map<AppealKey, Cached> cache;

    /** @param commands the ids of all its commands; null where not all are known here */
    private record Cached(KnownAppeal appeal, @Nullable Set<String> commands) {}

    /** @param atMost number of appeals in memory */
    public CachedAppeals(KnownAppeals stored, int atMost) {
        this.stored = stored;
        this.cache = new LinkedHashMap<>(16, USUAL_LOAD, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<AppealKey, Cached> eldest) {
                return size() > atMost;
            }
        };
    }

    @Override
    public @Nullable KnownAppeal appeal(int partition, String appealId) {
        AppealKey key = new AppealKey(partition, appealId);
        Cached cached = cache.get(key);
        if (cached != null) {
            return cached.appeal();
        }
        KnownAppeal found = stored.appeal(partition, appealId);
        if (found != null) {
            cache.put(key, new Cached(found, null));
        }
        return found;
    }

    @Override
    public @Nullable RememberedCommand command(int partition, String appealId, String commandId) {
        Cached cached = cache.get(new AppealKey(partition, appealId));
        Set<String> all = cached == null ? null : cached.commands();
        return all != null && !all.contains(commandId) ? null : stored.command(partition, appealId, commandId);
    }

    /** Takes over what was committed. The store must know it before this forgets it again. */
    public void takeOver(BatchLedger committed) {
        committed
                .changedAppeals()
                .forEach((key, appeal) ->
                        cache.compute(key, (same, before) -> new Cached(appeal, commandsOf(appeal, before))));
        committed.acceptedCommands().keySet().forEach(this::noteCommand);
    }

    /** An appeal that is new here after a batch, and not found in the store before, has no commands but the batch's. */
    private static @Nullable Set<String> commandsOf(KnownAppeal appeal, @Nullable Cached before) {
        if (before != null) {
            return before.commands();
        }
        return appeal.state().version() == 1 ? new HashSet<>() : null;
    }

    private void noteCommand(CommandKey command) {
        AppealKey key = new AppealKey(command.partition(), command.appealId());
        Cached entry = cache.get(key);
        Set<String> commands = entry == null ? null : entry.commands();
        if (entry != null && commands != null) {
            commands.add(command.commandId());
            if (commands.size() > COMMANDS_AT_MOST) {
                cache.put(key, new Cached(entry.appeal(), null));
            }
        }
    }

    public void clear() {
        cache.clear();
    }
}
