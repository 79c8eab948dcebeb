package io.appeals.commands.writer.queue;

import io.appeals.schema.command.IssuedCommand;
import org.jspecify.annotations.Nullable;

/**
 * A command that came by topic.
 *
 * @param platform by whose own topic, as it stands in the header; null if by the topic of all
 */
public record TopicCommand(
        long tenure,
        int partition,
        long offset,
        int bytes,
        IssuedCommand command,
        String digest,
        byte @Nullable [] traceParent,
        byte @Nullable [] platform)
        implements FromTopic {}
