package io.appeals.api.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.appeals.api.problem.Problem;
import io.appeals.api.problem.ProblemType;
import io.appeals.commands.CommandAnswer;
import io.appeals.commands.CommandAnswer.Decided;
import io.appeals.commands.CommandAnswer.Pending;
import io.appeals.commands.CommandAnswer.Unavailable;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.result.CommandResult;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to one line. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "The answer to one line. An ACCEPTED one has version, status, stage and events; otherwise 'problem' says why not.")
record LineOutcome(
        @Schema(description = "Which line, from 1") long line,
        State state,
        @Nullable String commandId,
        @Nullable String appealId,
        @Nullable Long version,
        @Nullable AppealStatus status,
        @Nullable Stage stage,
        @Nullable List<String> events,
        @Nullable Problem problem) {

    /** What became of a line's command. */
    enum State {
        /** Carried out and committed. */
        ACCEPTED,
        /** Nothing was changed. */
        REJECTED,
        /** It is on its way; ask at /v1/commands/{commandId}. */
        PENDING,
        /** It is not known to be decided; send it again under the same commandId. */
        UNAVAILABLE
    }

    static LineOutcome of(long line, CommandAnswer answer) {
        return switch (answer) {
            case Decided(CommandResult result) -> decided(line, result);
            case Pending(String commandId, String appealId) ->
                new LineOutcome(line, State.PENDING, commandId, appealId, null, null, null, null, null);
            case Unavailable(String commandId, String reason, var _) ->
                failed(line, State.UNAVAILABLE, commandId, Problem.of(ProblemType.NOT_READY, reason));
        };
    }

    static LineOutcome rejected(long line, @Nullable String commandId, Problem problem) {
        return failed(line, State.REJECTED, commandId, problem);
    }

    private static LineOutcome failed(long line, State state, @Nullable String commandId, Problem problem) {
        return new LineOutcome(line, state, commandId, problem.appealId(), null, null, null, null, problem);
    }

    private static LineOutcome decided(long line, CommandResult result) {
        if (result.rejection() != null) {
            Problem problem = Problem.of(result.rejection(), result.commandId(), result.appealId());
            return rejected(line, result.commandId(), problem);
        }
        return new LineOutcome(
                line,
                State.ACCEPTED,
                result.commandId(),
                result.appealId(),
                result.version(),
                result.status(),
                result.stage(),
                result.events(),
                null);
    }
}
