package io.appeals.projections.store;

import java.util.Arrays;
import java.util.List;

/** Which entries a store keeps beside a row so that the row can be found by other things than its key. They follow from the row alone. */
public interface DerivedIndex {

    /** One entry of the index. */
    record IndexEntry(byte[] key, byte[] value) {

        boolean isSameAs(IndexEntry other) {
            return Arrays.equals(key, other.key) && Arrays.equals(value, other.value);
        }
    }

    /** Whether rows under this key can have entries at all; where they cannot, the store need not look at the row before. */
    boolean covers(byte[] key);

    List<IndexEntry> entriesOf(byte[] key, byte[] value);
}
