package io.appeals.api.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.appeals.api.problem.Problem;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.result.CommandResult;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became of a command. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "What became of a command. An ACCEPTED one has version, status, stage and events; a REJECTED one has the problem.")
public record CommandOutcome(
        State state,
        String commandId,
        String appealId,

        @Schema(
                description = "The appeal's version after the command; ask queries for it with 'minVersion'",
                example = "3")
        @Nullable
        Long version,

        @Schema(description = "The appeal's status after the command") @Nullable
        AppealStatus status,

        @Nullable Stage stage,

        @Schema(description = "What the command led to", example = "[\"AppealSubmitted\"]") @Nullable
        List<String> events,

        @Nullable Problem problem,
        @Nullable Instant decidedAt) {

    /** How far a command has got. */
    public enum State {
        /** It is on its way; what becomes of it is told at /v1/commands/{commandId}. */
        PENDING,
        ACCEPTED,
        /** Nothing was changed. */
        REJECTED
    }

    boolean isAccepted() {
        return state == State.ACCEPTED;
    }

    boolean isDecided() {
        return state != State.PENDING;
    }

    static CommandOutcome pending(String commandId, String appealId) {
        return new CommandOutcome(State.PENDING, commandId, appealId, null, null, null, null, null, null);
    }

    static CommandOutcome of(CommandResult result) {
        return result.rejection() == null
                ? new CommandOutcome(
                        State.ACCEPTED,
                        result.commandId(),
                        result.appealId(),
                        result.version(),
                        result.status(),
                        result.stage(),
                        result.events(),
                        null,
                        result.decidedAt())
                : rejected(result, Problem.of(result.rejection(), result.commandId(), result.appealId()));
    }

    private static CommandOutcome rejected(CommandResult result, Problem problem) {
        return new CommandOutcome(
                State.REJECTED,
                result.commandId(),
                result.appealId(),
                null,
                null,
                null,
                null,
                problem,
                Objects.requireNonNull(result.decidedAt()));
    }
}
