package io.appeals.projections.sla.serving;

import io.appeals.projections.sla.appeal.PolicyBooks;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.store.PolicyRows;
import io.appeals.projections.sla.store.SlaKeys;
import io.appeals.projections.store.StoreSnapshot;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Policies that clocks of this node are pinned to, for readers; read from a store once. */
final class PinnedBooks implements PolicyBooks {

    private final PolicyBook current;
    private final Map<String, PolicyBook> known = new ConcurrentHashMap<>();

    PinnedBooks(PolicyBook current) {
        this.current = current;
        known.put(current.id(), current);
    }

    @Override
    public PolicyBook current() {
        return current;
    }

    /** One that was read before. */
    @Override
    public PolicyBook pinned(String id) {
        PolicyBook book = known.get(id);
        if (book == null) {
            throw new IllegalArgumentException("the policies " + id + " were not read from a store yet");
        }
        return book;
    }

    /** @param rows of the partition that the clock is in */
    PolicyBook pinned(String id, StoreSnapshot rows) {
        return known.computeIfAbsent(id, missing -> read(missing, rows));
    }

    private static PolicyBook read(String id, StoreSnapshot rows) {
        byte[] terms = rows.get(SlaKeys.policies(id).get());
        if (terms == null) {
            throw new IllegalStateException(
                    "a clock is pinned to the policies " + id + ", which the store does not hold");
        }
        return PolicyRows.ofBytes(terms);
    }
}
