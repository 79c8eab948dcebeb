package io.appeals.api.appeal;

import io.appeals.api.caller.Caller;
import io.appeals.api.command.AcceptedCommand;
import io.appeals.api.command.Amendment;
import io.appeals.api.command.CommandDesk;
import io.appeals.api.command.CommandHeaders;
import io.appeals.api.command.FilingCommands.AttachEvidence;
import io.appeals.api.command.FilingCommands.OpenAppeal;
import io.appeals.api.command.FilingCommands.SubmitAppeal;
import io.appeals.api.docs.BeginningOperation;
import io.appeals.api.docs.CommandOperation;
import io.appeals.api.problem.ProblemException;
import io.appeals.api.request.BodyReader;
import io.appeals.schema.appeal.AppealId;
import io.appeals.schema.command.AppealCommand;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.CompletableFuture;

/** Puts an appeal together and hands it in. */
@Controller("/v1/appeals")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Filing an appeal")
class FilingRoutes {

    private final CommandDesk desk;

    FilingRoutes(CommandDesk desk) {
        this.desk = desk;
    }

    @Post
    @BeginningOperation
    @Operation(
            summary = "Opens an appeal as a draft",
            description =
                    "The seller, representatives (DRAFT), and the platform. From an enforcement, or of the seller's own accord. "
                            + "The appeal's id follows from seller, subject type and reference, so the same matter is never appealed twice.")
    CompletableFuture<HttpResponse<AcceptedCommand>> open(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @Body OpenAppeal body) {
        String sellerId = body.sellerId() != null ? body.sellerId() : ownSellerId(caller);
        return desk.begin(caller, headers, AppealId.of(sellerId, body.about()), body.command(sellerId));
    }

    @Patch(
            uri = "/{appealId}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @CommandOperation
    @Operation(
            summary = "Changes the draft (JSON merge patch)",
            description = "The seller and representatives (DRAFT), while the appeal is a DRAFT.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/merge-patch+json",
                                            schema = @Schema(implementation = Amendment.class))))
    CompletableFuture<HttpResponse<AcceptedCommand>> amend(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @PathVariable String appealId,
            @Body byte[] body) {
        AppealCommand command = Amendment.read(BodyReader.parse(body, 0, body.length));
        return desk.change(caller, headers, appealId, command);
    }

    @Post("/{appealId}/evidence")
    @CommandOperation
    @Operation(
            summary = "Attaches a document, by its data",
            description =
                    "The seller and representatives (DRAFT, later RESPOND). Files are not taken in: keep the file where you like, "
                            + "and send its SHA-256 and, if others shall fetch it, its location.")
    CompletableFuture<HttpResponse<AcceptedCommand>> attach(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @PathVariable String appealId,
            @Body AttachEvidence body) {
        return desk.change(caller, headers, appealId, body.command(headers.commandId()));
    }

    @Delete("/{appealId}/evidence/{evidenceId}")
    @CommandOperation
    @Operation(
            summary = "Removes a document from the draft",
            description = "The seller and representatives (DRAFT), while the appeal is a DRAFT.")
    CompletableFuture<HttpResponse<AcceptedCommand>> remove(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @PathVariable String appealId,
            @PathVariable String evidenceId) {
        return desk.change(caller, headers, appealId, new AppealCommand.RemoveEvidence(evidenceId));
    }

    @Post("/{appealId}/submit")
    @CommandOperation
    @Operation(
            summary = "Submits the draft",
            description =
                    "The seller and representatives (SUBMIT). What the category requires must be there; see .../readiness.")
    CompletableFuture<HttpResponse<AcceptedCommand>> submit(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @PathVariable String appealId,
            @Body SubmitAppeal body) {
        return desk.change(caller, headers, appealId, body.command(headers.commandId()));
    }

    private static String ownSellerId(Caller caller) {
        if (caller.sellerId() == null) {
            throw ProblemException.malformed("/sellerId", "required", "say for which seller the appeal is");
        }
        return caller.sellerId();
    }
}
