package io.appeals.commands.writer.queue;

import io.appeals.schema.command.IssuedCommand;
import org.jspecify.annotations.Nullable;

/** A command that came by topic. */
public record TopicCommand(
        long tenure,
        int partition,
        long offset,
        int bytes,
        IssuedCommand command,
        String digest,
        byte @Nullable [] traceParent)
        implements FromTopic {}
