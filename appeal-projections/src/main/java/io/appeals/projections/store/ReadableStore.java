package io.appeals.projections.store;

import java.util.Optional;

/** One partition's store, for those who only read it. */
public interface ReadableStore {

    /**
     * The rows as they are now, for as long as it is held. Hold it shortly: it keeps the store from closing.
     *
     * @return empty if the store is closed
     */
    Optional<StoreSnapshot> snapshot();
}
