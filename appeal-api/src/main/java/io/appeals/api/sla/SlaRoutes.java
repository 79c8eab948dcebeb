package io.appeals.api.sla;

import io.appeals.api.appeal.Limit;
import io.appeals.api.appeal.Page;
import io.appeals.api.caller.Caller;
import io.appeals.api.docs.CommonProblems;
import io.appeals.api.problem.ProblemException;
import io.appeals.api.problem.ProblemType;
import io.appeals.projections.sla.AlertQuery;
import io.appeals.projections.sla.ClockQuery;
import io.appeals.projections.sla.SlaQueries;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.table.SlaAlert;
import io.appeals.schema.table.SlaClockRow;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the marketplace stands with its service levels: what is at risk, what was alerted, and by which policies. */
@Controller("/v1/sla")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Service levels")
class SlaRoutes {

    private final SlaQueries sla;

    SlaRoutes(SlaQueries sla) {
        this.sla = sla;
    }

    @Get("/clocks")
    @CommonProblems
    @Operation(
            summary = "Lists the clocks that have not ended, the nearest breach first",
            description = "For whoever works for the marketplace. All filters that are given must hold.")
    HttpResponse<Page<SlaClockRow>> clocks(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @QueryValue @Nullable String sellerId,
            @Parameter(description = "For instance decision or seller_response") @QueryValue @Nullable String metric,
            @Parameter(description = "RUNNING or PAUSED") @QueryValue @Nullable String state,
            @Parameter(description = "Whether the time is used up", schema = @Schema(type = "boolean"))
                    @QueryValue
                    @Nullable
                    String breached,
            @QueryValue @Nullable String category,
            @QueryValue @Nullable Stage stage,
            @Parameter(description = "Only those that are breached before this moment, if nothing changes")
                    @QueryValue
                    @Nullable
                    Instant dueBefore,
            @Parameter(description = "From 1 to 200") @QueryValue(defaultValue = "50") int limit,
            @Parameter(description = "nextCursor of the page before, of the same listing") @QueryValue @Nullable
                    String cursor) {
        requireMarketplace(caller);
        var page = sla.clocks(ClockQuery.all(Limit.of(limit))
                .ofSeller(sellerId)
                .of(SlaFilters.metric(metric))
                .in(SlaFilters.state(state), SlaFilters.flag("breached", breached))
                .inCategory(category)
                .atStage(stage)
                .dueBefore(dueBefore)
                .from(cursor));
        return new Page<>(page.items(), page.nextCursor()).response(request);
    }

    @Get("/alerts")
    @CommonProblems
    @Operation(
            summary = "Lists the alerts of the last 90 days, the latest first",
            description = "For whoever works for the marketplace. All filters that are given must hold.")
    HttpResponse<Page<SlaAlert>> alerts(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @QueryValue @Nullable String sellerId,
            @QueryValue @Nullable String appealId,
            @Parameter(description = "sla.warning, sla.breached or sla.recovered") @QueryValue @Nullable String type,
            @QueryValue @Nullable String metric,
            @QueryValue @Nullable Instant detectedFrom,
            @QueryValue @Nullable Instant detectedBefore,
            @Parameter(description = "From 1 to 200") @QueryValue(defaultValue = "50") int limit,
            @Parameter(description = "nextCursor of the page before, of the same listing") @QueryValue @Nullable
                    String cursor) {
        requireMarketplace(caller);
        var page = sla.alerts(AlertQuery.all(Limit.of(limit))
                .ofSeller(sellerId)
                .ofAppeal(appealId)
                .of(SlaFilters.kind(type), SlaFilters.metric(metric))
                .detected(detectedFrom, detectedBefore)
                .from(cursor));
        return new Page<>(page.items(), page.nextCursor()).response(request);
    }

    @Get("/policies")
    @CommonProblems
    @Operation(
            summary = "Shows the policies and calendars that clocks which begin now are pinned to",
            description = "For everybody: nobody has to guess by when an answer is due.")
    PolicyList policies() {
        return PolicyList.of(sla.policies());
    }

    private static void requireMarketplace(Caller caller) {
        if (!caller.seesEveryCase()) {
            throw ProblemException.of(
                    ProblemType.FORBIDDEN,
                    "This is for those who work for the marketplace. The clocks of an appeal of yours are at"
                            + " /v1/appeals/{appealId}/sla.");
        }
    }
}
