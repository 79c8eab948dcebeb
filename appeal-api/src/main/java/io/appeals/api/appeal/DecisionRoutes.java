package io.appeals.api.appeal;

import io.appeals.api.caller.Caller;
import io.appeals.api.command.AcceptedCommand;
import io.appeals.api.command.CommandDesk;
import io.appeals.api.command.CommandHeaders;
import io.appeals.api.command.DecisionCommands.ConfirmRemedy;
import io.appeals.api.command.DecisionCommands.DecideAppeal;
import io.appeals.api.command.DecisionCommands.RecordExternalOutcome;
import io.appeals.api.command.DecisionCommands.ReferExternally;
import io.appeals.api.docs.CommandOperation;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.command.AppealCommand;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Decides appeals and follows up on decisions. */
@Controller("/v1/appeals")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Deciding an appeal")
class DecisionRoutes {

    private final CommandDesk desk;

    DecisionRoutes(CommandDesk desk) {
        this.desk = desk;
    }

    @Post("/{appealId}/decision")
    @CommandOperation
    @Operation(
            summary = "Decides the appeal at its stage",
            description = "A reviewer at FIRST_REVIEW, a supervisor above; nobody who decided it before.")
    CompletableFuture<HttpResponse<AcceptedCommand>> decide(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @PathVariable String appealId,
            @Body DecideAppeal body) {
        return desk.change(caller, headers, appealId, body.command(headers.commandId()));
    }

    @Post("/{appealId}/refer")
    @CommandOperation
    @Operation(
            summary = "Hands the case to a body outside the marketplace",
            description = "The seller or the platform, after the panel's decision.")
    CompletableFuture<HttpResponse<AcceptedCommand>> refer(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @PathVariable String appealId,
            @Body ReferExternally body) {
        return desk.change(caller, headers, appealId, body.command(headers.commandId()));
    }

    @Post("/{appealId}/external-outcome")
    @CommandOperation
    @Operation(summary = "Records what that body decided", description = "The platform; the appeal is then CLOSED.")
    CompletableFuture<HttpResponse<AcceptedCommand>> externalOutcome(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @PathVariable String appealId,
            @Body RecordExternalOutcome body) {
        return desk.change(caller, headers, appealId, body.command(headers.commandId()));
    }

    @Post("/{appealId}/remedies/{remedy}/confirm")
    @CommandOperation
    @Operation(summary = "Confirms that a remedy was carried out", description = "The platform.")
    CompletableFuture<HttpResponse<AcceptedCommand>> confirmRemedy(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @PathVariable String appealId,
            @PathVariable Remedy remedy,
            @Nullable @Body ConfirmRemedy body) {
        return desk.change(
                caller,
                headers,
                appealId,
                body == null ? new AppealCommand.ConfirmRemedy(remedy, null) : body.command(remedy));
    }
}
