package io.appeals.api.appeal;

import io.appeals.api.caller.Caller;
import io.appeals.api.command.AcceptedCommand;
import io.appeals.api.command.CommandDesk;
import io.appeals.api.command.CommandHeaders;
import io.appeals.api.command.ReviewCommands.AssessEvidence;
import io.appeals.api.command.ReviewCommands.AssignReviewer;
import io.appeals.api.command.ReviewCommands.ExtendDeadline;
import io.appeals.api.command.ReviewCommands.FlagIntegrity;
import io.appeals.api.command.ReviewCommands.RecategorizeAppeal;
import io.appeals.api.command.ReviewCommands.RejectAsInadmissible;
import io.appeals.api.command.ReviewCommands.RequestInformation;
import io.appeals.api.command.ReviewCommands.StartReview;
import io.appeals.api.docs.CommandOperation;
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

/** What reviewers and supervisors do up to the decision. */
@Controller("/v1/appeals")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Reviewing an appeal")
class ReviewRoutes {

    private final CommandDesk desk;

    ReviewRoutes(CommandDesk desk) {
        this.desk = desk;
    }

    @Post("/{appealId}/assign")
    @CommandOperation
    @Operation(summary = "Gives the appeal to a reviewer", description = "A supervisor or the platform.")
    CompletableFuture<HttpResponse<AcceptedCommand>> assign(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @PathVariable String appealId,
            @Body AssignReviewer body) {
        return desk.change(caller, headers, appealId, body.command(headers.commandId()));
    }

    @Post("/{appealId}/start-review")
    @CommandOperation
    @Operation(
            summary = "Begins the review",
            description = "A reviewer or supervisor; the appeal is then UNDER_REVIEW.")
    CompletableFuture<HttpResponse<AcceptedCommand>> startReview(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @PathVariable String appealId,
            @Nullable @Body StartReview body) {
        return desk.change(
                caller,
                headers,
                appealId,
                body == null ? new AppealCommand.StartReview(null) : body.command(headers.commandId()));
    }

    @Post("/{appealId}/reject")
    @CommandOperation
    @Operation(
            summary = "Closes the appeal as inadmissible, without a decision on the merits",
            description = "A reviewer.")
    CompletableFuture<HttpResponse<AcceptedCommand>> reject(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @PathVariable String appealId,
            @Body RejectAsInadmissible body) {
        return desk.change(caller, headers, appealId, body.command(headers.commandId()));
    }

    @Post("/{appealId}/recategorize")
    @CommandOperation
    @Operation(summary = "Moves the appeal to another category", description = "A reviewer.")
    CompletableFuture<HttpResponse<AcceptedCommand>> recategorize(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @PathVariable String appealId,
            @Body RecategorizeAppeal body) {
        return desk.change(caller, headers, appealId, body.command(headers.commandId()));
    }

    @Post("/{appealId}/evidence/{evidenceId}/assessment")
    @CommandOperation
    @Operation(
            summary = "Says whether a piece of evidence counts, and why",
            description = "A reviewer, while the appeal is UNDER_REVIEW.")
    CompletableFuture<HttpResponse<AcceptedCommand>> assess(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @PathVariable String appealId,
            @PathVariable String evidenceId,
            @Body AssessEvidence body) {
        return desk.change(caller, headers, appealId, body.command(evidenceId));
    }

    @Post("/{appealId}/information-requests")
    @CommandOperation
    @Operation(
            summary = "Asks the seller or a third party for something",
            description = "A reviewer; the appeal then waits for the answer.")
    CompletableFuture<HttpResponse<AcceptedCommand>> requestInformation(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @PathVariable String appealId,
            @Body RequestInformation body) {
        return desk.change(caller, headers, appealId, body.command(headers.commandId()));
    }

    @Post("/{appealId}/deadline-extensions")
    @CommandOperation
    @Operation(
            summary = "Gives more time for an answer",
            description = "A reviewer or supervisor, while the appeal waits for it.")
    CompletableFuture<HttpResponse<AcceptedCommand>> extendDeadline(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @PathVariable String appealId,
            @Body ExtendDeadline body) {
        return desk.change(caller, headers, appealId, body.command(headers.commandId()));
    }

    @Post("/{appealId}/flags")
    @CommandOperation
    @Operation(
            summary = "Raises a doubt about the case's honesty",
            description = "A reviewer; the seller does not see it.")
    CompletableFuture<HttpResponse<AcceptedCommand>> flag(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @PathVariable String appealId,
            @Body FlagIntegrity body) {
        return desk.change(caller, headers, appealId, body.command(headers.commandId()));
    }
}
