package io.appeals.api.appeal;

import io.appeals.api.caller.Caller;
import io.appeals.api.command.AcceptedCommand;
import io.appeals.api.command.CommandDesk;
import io.appeals.api.command.CommandHeaders;
import io.appeals.api.command.EnforcementCommands.RecordEnforcement;
import io.appeals.api.docs.BeginningOperation;
import io.appeals.schema.appeal.AppealId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.CompletableFuture;

/** Where the marketplace tells what it did to a seller. */
@Controller("/v1/enforcements")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Filing an appeal")
class EnforcementRoutes {

    private final CommandDesk desk;

    EnforcementRoutes(CommandDesk desk) {
        this.desk = desk;
    }

    @Post
    @BeginningOperation
    @Operation(
            summary = "Records what the marketplace did to a seller, who may now appeal",
            description =
                    "The platform. The appeal's id follows from seller, subject type and reference; the appeal is then APPEALABLE.")
    CompletableFuture<HttpResponse<AcceptedCommand>> record(
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) CommandHeaders headers,
            @Body RecordEnforcement body) {
        return desk.begin(caller, headers, AppealId.of(body.sellerId(), body.about()), body.command());
    }
}
