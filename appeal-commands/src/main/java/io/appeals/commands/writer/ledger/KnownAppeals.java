package io.appeals.commands.writer.ledger;

import org.jspecify.annotations.Nullable;

/** What is known of the appeals of some partitions. */
public interface KnownAppeals {

    /** Null where there is no such appeal. */
    @Nullable
    KnownAppeal appeal(int partition, String appealId);

    /** Null where that appeal never accepted a command of that id. */
    @Nullable
    RememberedCommand command(int partition, String appealId, String commandId);
}
