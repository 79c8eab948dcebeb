package io.appeals.api.sla;

import io.appeals.api.appeal.CaseAccess;
import io.appeals.api.caller.Caller;
import io.appeals.api.docs.AppealQuery;
import io.appeals.projections.sla.SlaQueries;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/** How an appeal stands with its deadlines. */
@Controller("/v1/appeals/{appealId}/sla")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Service levels")
class AppealSlaRoute {

    private final SlaQueries sla;
    private final CaseAccess access;

    AppealSlaRoute(SlaQueries sla, CaseAccess access) {
        this.sla = sla;
        this.access = access;
    }

    @Get
    @AppealQuery
    @Operation(
            summary = "Lists the SLA clocks of an appeal, with the intervals that prove their figures",
            description = "For whoever sees the appeal. Figures are those of the moment of asking.")
    Clocks clocks(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String appealId,
            @Parameter(description = "At least this version of the appeal; waits shortly for it")
                    @QueryValue(defaultValue = "0")
                    long minVersion) {
        access.require(caller, appealId, minVersion);
        return new Clocks(
                appealId,
                sla.clocks(appealId, minVersion).stream().map(AppealClock::of).toList());
    }

    /** All clocks that an appeal has or had, in the order in which they began. */
    record Clocks(String appealId, List<AppealClock> clocks) {}
}
