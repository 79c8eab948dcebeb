package io.appeals.projections.sla.topology;

import io.appeals.projections.sla.appeal.PolicyBooks;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.store.PolicyRows;
import io.appeals.projections.sla.store.SlaKeys;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** The policies in force, and those of earlier cycles, which the store keeps whatever becomes of their files. */
final class StoredBooks implements PolicyBooks {

    private final PolicyBook current;
    private final KeyValueStore<Bytes, byte[]> rows;
    private final Map<String, PolicyBook> known = new HashMap<>();
    private boolean currentIsKept;

    StoredBooks(PolicyBook current, KeyValueStore<Bytes, byte[]> rows) {
        this.current = current;
        this.rows = rows;
        known.put(current.id(), current);
    }

    @Override
    public PolicyBook current() {
        return current;
    }

    @Override
    public PolicyBook pinned(String id) {
        return known.computeIfAbsent(id, this::read);
    }

    private PolicyBook read(String id) {
        byte[] terms = rows.get(SlaKeys.policies(id));
        if (terms == null) {
            throw new IllegalArgumentException("no cycle was ever pinned to the policies " + id);
        }
        return PolicyRows.ofBytes(terms);
    }

    /** A clock is pinned to it: it must be found later, even if no file holds it any more. */
    void keep(String id) {
        if (!currentIsKept && id.equals(current.id())) {
            rows.putIfAbsent(SlaKeys.policies(id), PolicyRows.toBytes(current));
            currentIsKept = true;
        }
    }
}
