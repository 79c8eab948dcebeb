package io.appeals.api.seller;

import io.appeals.api.caller.Caller;
import io.appeals.api.docs.AppealQuery;
import io.appeals.api.problem.ProblemException;
import io.appeals.api.problem.ProblemType;
import io.appeals.projections.AppealQueries;
import io.appeals.projections.SellerSummary;
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

/** A seller's appeals at a glance. */
@Controller("/v1/sellers/{sellerId}/summary")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Looking at appeals")
class SellerSummaryRoute {

    private final AppealQueries queries;

    SellerSummaryRoute(AppealQueries queries) {
        this.queries = queries;
    }

    @Get
    @AppealQuery
    @Operation(
            summary = "Counts a seller's appeals by status and outcome, and says what needs the seller's action",
            description = "Sellers see their own.")
    SellerSummary summary(@Parameter(hidden = true) Caller caller, @PathVariable String sellerId) {
        if (!caller.seesEveryCase() && !sellerId.equals(caller.sellerId())) {
            throw ProblemException.of(ProblemType.NOT_FOUND, "There is no seller " + sellerId + ".");
        }
        return queries.sellerSummary(sellerId);
    }
}
