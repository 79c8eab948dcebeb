package io.appeals.commands.writer.queue;

import io.appeals.commands.CommandAnswer;
import io.appeals.schema.command.IssuedCommand;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A command from this very process, whose sender waits for the answer.
 *
 * @param submittedAt by {@link System#nanoTime()}
 */
public record DirectCommand(
        int partition,
        int bytes,
        IssuedCommand command,
        String digest,
        byte @Nullable [] traceParent,
        long submittedAt,
        CompletableFuture<CommandAnswer> answer)
        implements Submission {}
