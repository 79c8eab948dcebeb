package io.appeals.api.memory;

import io.appeals.api.node.WriterWatch;
import io.appeals.commands.writer.WriterStatus;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** An owner who has nothing to recover. */
@Singleton
@Replaces(WriterWatch.class)
@Requires(property = "test.memory-log")
class MemoryWriter implements WriterWatch {

    @Override
    public WriterStatus status() {
        return new WriterStatus(1, 1, 1, 0, 0, "");
    }
}
