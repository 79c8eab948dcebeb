package io.appeals.api.command;

import io.appeals.api.appeal.CaseAccess;
import io.appeals.api.caller.Caller;
import io.appeals.api.docs.AppealQuery;
import io.appeals.api.problem.ProblemException;
import io.appeals.api.problem.ProblemType;
import io.appeals.commands.CommandAnswer;
import io.appeals.commands.CommandAnswer.Decided;
import io.appeals.commands.CommandAnswer.Pending;
import io.appeals.commands.CommandDoor;
import io.appeals.projections.AppealQueries;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

/** Tells what became of a command. */
@Controller("/v1/commands/{commandId}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Commands")
class CommandRoutes {

    private final CommandDoor door;
    private final AppealQueries queries;
    private final CaseAccess access;
    private final SentCommands sent;

    CommandRoutes(CommandDoor door, AppealQueries queries, CaseAccess access, SentCommands sent) {
        this.door = door;
        this.queries = queries;
        this.access = access;
        this.sent = sent;
    }

    @Get
    @AppealQuery
    @Operation(
            summary = "Tells what became of a command",
            description =
                    "For whoever sent it and whoever sees the appeal that it is about; kept for seven days. Of several"
                            + " commands under one id the one that was accepted, or else the latest.")
    CommandOutcome command(@Parameter(hidden = true) Caller caller, @PathVariable String commandId) {
        return outcome(commandId)
                .filter(outcome -> maySee(caller, outcome))
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.NOT_FOUND, "No command " + commandId + " is known. It is safe to send it again."));
    }

    /** A command that was accepted was accepted, whatever was said to whoever used its id again. */
    private Optional<CommandOutcome> outcome(String commandId) {
        Optional<CommandOutcome> recent = door.recent(commandId).flatMap(CommandRoutes::told);
        if (recent.filter(CommandOutcome::isAccepted).isPresent()) {
            return recent;
        }
        Optional<CommandOutcome> known = decided(commandId);
        return known.filter(CommandOutcome::isAccepted)
                .or(() -> recent.filter(CommandOutcome::isDecided))
                .or(() -> known)
                .or(() -> recent);
    }

    private static Optional<CommandOutcome> told(CommandAnswer answer) {
        return switch (answer) {
            case Decided decided -> Optional.of(CommandOutcome.of(decided.result()));
            case Pending pending -> Optional.of(CommandOutcome.pending(pending.commandId(), pending.appealId()));
            case CommandAnswer.Unavailable _ -> Optional.empty();
        };
    }

    private Optional<CommandOutcome> decided(String commandId) {
        return queries.command(commandId).map(CommandOutcome::of);
    }

    /** What was accepted is a part of the case, for those who see it; of anything else there is no trace but who sent it. */
    private boolean maySee(Caller caller, CommandOutcome outcome) {
        Long version = outcome.version();
        return caller.seesEveryCase()
                || !outcome.isAccepted() && sent.isFrom(caller, outcome.commandId(), outcome.appealId())
                || access.find(caller, outcome.appealId(), version == null ? 0 : version)
                        .isPresent();
    }
}
