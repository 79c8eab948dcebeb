package io.appeals.commands;

import io.appeals.schema.command.IssuedCommand;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The one way in for commands: to the owner of the appeal's partition, here or on another node. No answer is given
 * before what it says is committed.
 */
public interface CommandDoor {

    /**
     * Hands the command to its owner and answers after the commit. The future completes with a {@link CommandAnswer};
     * it never completes exceptionally. Safe to call again with the same command after any answer or none.
     */
    CompletableFuture<CommandAnswer> submit(IssuedCommand command);

    /**
     * Leaves the command durably in the commands topic and answers {@link CommandAnswer.Pending} as soon as it is there; its owner decides later.
     */
    CompletableFuture<CommandAnswer> submitAsync(IssuedCommand command);

    /** What this node remembers of a recent command's result or of its still being under way; empty when it knows nothing. */
    Optional<CommandAnswer> recent(String commandId);
}
