package io.appeals.api.appeal;

import io.appeals.api.caller.Caller;
import io.appeals.api.caller.Role;
import io.appeals.api.docs.CommonProblems;
import io.appeals.projections.ListingQuery;
import io.appeals.projections.sla.ClockCondition;
import io.appeals.projections.sla.DeadlineListing;
import io.appeals.projections.sla.DeadlineQueries;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Stage;
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
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists appeals: a seller's, a queue's, a reviewer's. */
@Controller("/v1/appeals")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Looking at appeals")
class ListingRoutes {

    private final DeadlineQueries queries;
    private final CaseAccess access;

    ListingRoutes(DeadlineQueries queries, CaseAccess access) {
        this.queries = queries;
        this.access = access;
    }

    @Get
    @CommonProblems
    @Operation(summary = "Lists appeals, page by page", description = """
                    Sellers list their own, representatives those in which they hold a mandate to READ. All filters that are given must
                    hold.

                    Each item names its next deadline, by the appeal's SLA clocks. `sort=dueAt` puts the nearest first, those that are past
                    included, so that `?status=SUBMITTED,UNDER_REVIEW&assignedTo=rita&sort=dueAt` is a reviewer's queue by time left; appeals
                    without a deadline come last. Deadlines follow the log within some hundred milliseconds.

                    Ordered by opening, an appeal that matches all the while comes exactly once; ordered by deadline, one whose deadline
                    stays as it is. A page may be short, even empty, and have a `nextCursor`: it was looked long enough for so few.
                    """)
    HttpResponse<Page<AppealItem>> list(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @QueryValue @Nullable String sellerId,
            @Parameter(
                            description = "Any of these; repeat it or separate them with commas",
                            array = @ArraySchema(schema = @Schema(implementation = AppealStatus.class)))
                    @QueryValue
                    @Nullable
                    List<String> status,
            @QueryValue @Nullable Stage stage,
            @QueryValue @Nullable String category,
            @Parameter(description = "The reviewer") @QueryValue @Nullable String assignedTo,
            @QueryValue @Nullable String queue,
            @Parameter(description = """
                                    Some SLA clock of the appeal is in any of these; repeat it or separate them with commas. Of clocks that have
                                    not ended: RUNNING; PAUSED, because the appeal waits for somebody else; AT_RISK, past a warning with time
                                    left; BREACHED, with no time left. Of those that have: MET, what was measured has happened, in time or not;
                                    CANCELLED, it will not happen any more.
                                    """, array = @ArraySchema(schema = @Schema(implementation = ClockCondition.class)))
                    @QueryValue
                    @Nullable
                    List<String> clockState,
            @Parameter(description = "The next deadline is before this moment, if nothing changes; past ones included")
                    @QueryValue
                    @Nullable
                    Instant dueBefore,
            @Parameter(
                            description = "`dueAt`: the nearest deadline first",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {
                                                "openedAt",
                                                "-openedAt",
                                                "updatedAt",
                                                "-updatedAt",
                                                ListingFilters.BY_DEADLINE
                                            }))
                    @QueryValue(defaultValue = "-openedAt")
                    String sort,
            @Parameter(description = "From 1 to 200") @QueryValue(defaultValue = "50") int limit,
            @Parameter(description = "nextCursor of the page before, of the same listing") @QueryValue @Nullable
                    String cursor) {
        ListingQuery query = ListingQuery.all(ListingFilters.order(sort), Limit.of(limit))
                .ofSeller(sellerId)
                .withStatuses(ListingFilters.anyOf("status", AppealStatus.class, status))
                .atStage(stage)
                .inCategory(category)
                .assignedTo(assignedTo)
                .inQueue(queue)
                .from(cursor);
        DeadlineListing listing = new DeadlineListing(
                query,
                ListingFilters.anyOf("clockState", ClockCondition.class, clockState),
                dueBefore,
                sort.equals(ListingFilters.BY_DEADLINE));
        return page(listing, caller).response(request);
    }

    private Page<AppealItem> page(DeadlineListing listing, Caller caller) {
        ListingQuery query = listing.appeals();
        if (caller.seesEveryCase()) {
            return seen(listing, caller);
        }
        if (caller.is(Role.SELLER)) {
            boolean own = query.sellerId() == null || query.sellerId().equals(caller.sellerId());
            return own ? seen(listing.of(query.ofSeller(caller.sellerId())), caller) : new Page<>(List.of(), null);
        }
        return seen(listing.of(query.representedBy(caller.id())), caller);
    }

    private Page<AppealItem> seen(DeadlineListing listing, Caller caller) {
        var page = queries.list(listing);
        return new Page<>(
                page.items().stream()
                        .filter(appeal -> access.sees(caller, appeal.view()))
                        .map(AppealItem::of)
                        .toList(),
                page.nextCursor());
    }
}
