package io.appeals.api.appeal;

import io.appeals.api.caller.Caller;
import io.appeals.api.command.AcceptedCommand;
import io.appeals.api.command.CommandDesk;
import io.appeals.api.command.CommandHeaders;
import io.appeals.api.command.SellerCommands.AcceptDecision;
import io.appeals.api.command.SellerCommands.EscalateAppeal;
import io.appeals.api.command.SellerCommands.GrantMandate;
import io.appeals.api.command.SellerCommands.PostMessage;
import io.appeals.api.command.SellerCommands.ProvideInformation;
import io.appeals.api.command.SellerCommands.ReopenAppeal;
import io.appeals.api.command.SellerCommands.WithdrawAppeal;
import io.appeals.api.docs.CommandOperation;
import io.appeals.schema.command.AppealCommand;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What the seller's side does with an appeal that is under way. */
@Controller("/v1/appeals")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "An appeal under way: the seller's side")
class SellerRoutes {

    private final CommandDesk desk;

    SellerRoutes(CommandDesk desk) {
        this.desk = desk;
    }

    @Post("/{appealId}/responses")
    @CommandOperation
    @Operation(
            summary = "Answers an information request",
            description =
                    "The seller and representatives (RESPOND); the platform for a third party. The appeal goes back under review.")
    CompletableFuture<HttpResponse<AcceptedCommand>> respond(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @PathVariable String appealId,
            @Body ProvideInformation body) {
        return desk.change(caller, headers, appealId, body.command(headers.commandId()));
    }

    @Post("/{appealId}/messages")
    @CommandOperation
    @Operation(
            summary = "Writes to everybody in the case",
            description = "Everybody who has a part in the case, while it is not closed.")
    CompletableFuture<HttpResponse<AcceptedCommand>> post(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @PathVariable String appealId,
            @Body PostMessage body) {
        return desk.change(caller, headers, appealId, body.command(headers.commandId()));
    }

    @Post("/{appealId}/accept")
    @CommandOperation
    @Operation(
            summary = "Accepts the decision and closes the appeal",
            description = "The seller and representatives (WITHDRAW), while the appeal is DECIDED.")
    CompletableFuture<HttpResponse<AcceptedCommand>> accept(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @PathVariable String appealId,
            @Nullable @Body AcceptDecision body) {
        return desk.change(
                caller,
                headers,
                appealId,
                body == null ? new AppealCommand.AcceptDecision(null) : body.command(headers.commandId()));
    }

    @Post("/{appealId}/escalate")
    @CommandOperation
    @Operation(
            summary = "Takes the decision to the next stage",
            description = "The seller and representatives (ESCALATE), while the appeal is DECIDED and its window open.")
    CompletableFuture<HttpResponse<AcceptedCommand>> escalate(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @PathVariable String appealId,
            @Body EscalateAppeal body) {
        return desk.change(caller, headers, appealId, body.command(headers.commandId()));
    }

    @Post("/{appealId}/withdraw")
    @CommandOperation
    @Operation(
            summary = "Withdraws the appeal",
            description = "The seller and representatives (WITHDRAW), at any time before the closing.")
    CompletableFuture<HttpResponse<AcceptedCommand>> withdraw(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @PathVariable String appealId,
            @Body WithdrawAppeal body) {
        return desk.change(caller, headers, appealId, body.command(headers.commandId()));
    }

    @Post("/{appealId}/reopen")
    @CommandOperation
    @Operation(
            summary = "Opens a closed appeal again",
            description =
                    "A supervisor; the seller and representatives (SUBMIT) after a withdrawal or lapse, while the window is open.")
    CompletableFuture<HttpResponse<AcceptedCommand>> reopen(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @PathVariable String appealId,
            @Body ReopenAppeal body) {
        return desk.change(caller, headers, appealId, body.command(headers.commandId()));
    }

    @Post("/{appealId}/mandates")
    @CommandOperation
    @Operation(summary = "Lets a representative act for the seller in this appeal", description = "The seller.")
    CompletableFuture<HttpResponse<AcceptedCommand>> grantMandate(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @PathVariable String appealId,
            @Body GrantMandate body) {
        return desk.change(caller, headers, appealId, body.command(headers.commandId()));
    }

    @Delete("/{appealId}/mandates/{mandateId}")
    @CommandOperation
    @Operation(summary = "Ends a representative's mandate", description = "The seller.")
    CompletableFuture<HttpResponse<AcceptedCommand>> revokeMandate(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @PathVariable String appealId,
            @PathVariable String mandateId,
            @QueryValue @Nullable String reason) {
        return desk.change(caller, headers, appealId, new AppealCommand.RevokeMandate(mandateId, reason));
    }
}
