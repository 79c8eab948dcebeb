package io.appeals.projections.store;

import java.util.Optional;

/** The stores of this node's partitions. */
public interface PartitionStores {

    /** The partition's store, if it is open here: as the active one, or as a standby. */
    Optional<? extends ReadableStore> ofPartition(int partition);
}
