package io.appeals.commands.writer.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the appeals that were used last in memory, over a store that has them all. For one thread. */
public final class CachedAppeals implements KnownAppeals {

    private static final float USUAL_LOAD = 0.75f;

    private final KnownAppeals stored;
    private final Map<BatchLedger.AppealKey, KnownAppeal> cache;

    /** @param atMost number of appeals in memory */
    public CachedAppeals(KnownAppeals stored, int atMost) {
        this.stored = stored;
        this.cache = new LinkedHashMap<>(16, USUAL_LOAD, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<BatchLedger.AppealKey, KnownAppeal> eldest) {
                return size() > atMost;
            }
        };
    }

    @Override
    public @Nullable KnownAppeal appeal(int partition, String appealId) {
        BatchLedger.AppealKey key = new BatchLedger.AppealKey(partition, appealId);
        KnownAppeal cached = cache.get(key);
        if (cached != null) {
            return cached;
        }
        KnownAppeal found = stored.appeal(partition, appealId);
        if (found != null) {
            cache.put(key, found);
        }
        return found;
    }

    @Override
    public @Nullable RememberedCommand command(int partition, String appealId, String commandId) {
        return stored.command(partition, appealId, commandId);
    }

    /** Takes over what was committed. The store must have it before this forgets it again. */
    public void takeOver(BatchLedger committed) {
        cache.putAll(committed.changedAppeals());
    }

    public void clear() {
        cache.clear();
    }
}
