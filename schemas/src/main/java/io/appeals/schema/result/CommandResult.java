package io.appeals.schema.result;

import io.appeals.schema.Doc;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Stage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a command: accepted with the resulting version, or rejected with the reason; never both. */
@Doc("What became of one command. The record's key is the commandId. 'rejection' is null when it was accepted.")
public record CommandResult(
        String commandId,
        String appealId,

        @Doc("The version that the command led to; null when rejected") @Nullable
        Long version,

        @Nullable AppealStatus status,
        @Nullable Stage stage,

        @Doc("The types of the events that the command led to")
        List<String> events,

        @Nullable Rejection rejection,

        @Doc("When the owner decided; a repeated command gets the first decision")
        Instant decidedAt) {

    public CommandResult {
        events = List.copyOf(events);
    }

    public static CommandResult accepted(
            String commandId,
            String appealId,
            long version,
            AppealStatus status,
            Stage stage,
            List<String> events,
            Instant decidedAt) {
        return new CommandResult(commandId, appealId, version, status, stage, events, null, decidedAt);
    }

    public static CommandResult rejected(String commandId, String appealId, Rejection rejection, Instant decidedAt) {
        return new CommandResult(commandId, appealId, null, null, null, List.of(), rejection, decidedAt);
    }

    public boolean isAccepted() {
        return rejection == null;
    }
}
