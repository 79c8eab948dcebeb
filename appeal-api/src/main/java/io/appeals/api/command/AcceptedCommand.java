package io.appeals.api.command;

import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.result.CommandResult;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a command that was carried out, after the commit; or, without version and status, to one that is on its way. */
@Schema(
        description =
                "The command was carried out and is committed. With status 202 it is on its way: version, status, stage and events "
                        + "are missing, and GET /v1/commands/{commandId} tells what becomes of it.")
public record AcceptedCommand(
        @Schema(description = "The Idempotency-Key, or the id that the command was given without one")
        String commandId,

        String appealId,

        @Schema(description = "The appeal's version now; ask queries for it with 'minVersion'", example = "3") @Nullable
        Long version,

        @Nullable AppealStatus status,
        @Nullable Stage stage,
        @Schema(example = "[\"AppealSubmitted\"]") @Nullable List<String> events) {

    static AcceptedCommand of(CommandResult result) {
        return new AcceptedCommand(
                result.commandId(),
                result.appealId(),
                result.version(),
                result.status(),
                result.stage(),
                result.events());
    }

    static AcceptedCommand pending(String commandId, String appealId) {
        return new AcceptedCommand(commandId, appealId, null, null, null, null);
    }
}
