package io.appeals.commands;

import io.appeals.schema.result.CommandResult;
import java.time.Duration;

/** What the sender of a command hears. */
public sealed interface CommandAnswer {

    /** The owner has decided, and the decision is committed. */
    record Decided(CommandResult result) implements CommandAnswer {}

    /** The command is under way; its result can be asked for by its id. */
    record Pending(String commandId, String appealId) implements CommandAnswer {}

    /**
     * It is not known to be decided: the queue is full, the owner is not ready, or the owner was lost on the way. Sending the same command again is safe.
     *
     * @param reason for a person
     * @param retryAfter how long to wait before sending it again
     */
    record Unavailable(String commandId, String reason, Duration retryAfter) implements CommandAnswer {}
}
