package io.appeals.api.node;

import io.appeals.commands.writer.WriterStatus;

/** Tells how the owner of this node's partitions stands. */
@FunctionalInterface
public interface WriterWatch {

    WriterStatus status();
}
