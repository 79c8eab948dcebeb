package io.appeals.api.appeal;

import io.appeals.api.caller.Caller;
import io.appeals.api.caller.Role;
import io.appeals.api.docs.CommonProblems;
import io.appeals.api.problem.ProblemException;
import io.appeals.projections.AppealPage;
import io.appeals.projections.AppealQueries;
import io.appeals.projections.ListingQuery;
import io.appeals.projections.ListingSort;
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
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists appeals: a seller's, a queue's, a reviewer's. */
@Controller("/v1/appeals")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Looking at appeals")
class ListingRoutes {

    private static final Set<String> PARAMETERS =
            Set.of("sellerId", "status", "stage", "category", "assignedTo", "queue", "sort", "limit", "cursor");

    private final AppealQueries queries;
    private final CaseAccess access;

    ListingRoutes(AppealQueries queries, CaseAccess access) {
        this.queries = queries;
        this.access = access;
    }

    @Get
    @CommonProblems
    @Operation(
            summary = "Lists appeals, page by page",
            description =
                    "Sellers list their own, representatives those in which they hold a mandate to READ. All filters that are "
                            + "given must hold. Ordered by opening, an appeal that matches all the while comes exactly once.")
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
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"openedAt", "-openedAt", "updatedAt", "-updatedAt"}))
                    @QueryValue(defaultValue = "-openedAt")
                    String sort,
            @Parameter(description = "From 1 to 200") @QueryValue(defaultValue = "50") int limit,
            @Parameter(description = "nextCursor of the page before, of the same listing") @QueryValue @Nullable
                    String cursor) {
        refuseUnknown(request);
        ListingQuery query = ListingQuery.all(order(sort), Limit.of(limit))
                .ofSeller(sellerId)
                .withStatuses(statuses(status))
                .atStage(stage)
                .inCategory(category)
                .assignedTo(assignedTo)
                .inQueue(queue)
                .from(cursor);
        return page(query, caller).response(request);
    }

    /** A filter that is not understood must not be passed over: the list would be longer than was asked for. */
    private static void refuseUnknown(HttpRequest<?> request) {
        for (String name : request.getParameters().names()) {
            if (!PARAMETERS.contains(name)) {
                throw ProblemException.malformed(
                        name,
                        "unknown",
                        "no such parameter is known here; there are "
                                + String.join(", ", PARAMETERS.stream().sorted().toList()));
            }
        }
    }

    private static Set<AppealStatus> statuses(@Nullable List<String> given) {
        Set<AppealStatus> statuses = EnumSet.noneOf(AppealStatus.class);
        for (String word : String.join(",", given == null ? List.of() : given).split(",")) {
            if (!word.isBlank()) {
                statuses.add(status(word.strip()));
            }
        }
        return statuses;
    }

    private static AppealStatus status(String word) {
        return Arrays.stream(AppealStatus.values())
                .filter(status -> status.name().equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.malformed(
                        "status",
                        "type",
                        "expected one of " + Arrays.toString(AppealStatus.values()) + ", not '" + word + "'"));
    }

    private static ListingSort order(String word) {
        try {
            return ListingSort.of(word);
        } catch (IllegalArgumentException e) {
            throw ProblemException.malformed("sort", "type", String.valueOf(e.getMessage()));
        }
    }

    private Page<AppealItem> page(ListingQuery query, Caller caller) {
        if (caller.seesEveryCase()) {
            return page(queries.list(query), caller);
        }
        if (caller.is(Role.SELLER)) {
            boolean own = query.sellerId() == null || query.sellerId().equals(caller.sellerId());
            return own ? page(queries.list(query.ofSeller(caller.sellerId())), caller) : new Page<>(List.of(), null);
        }
        return page(queries.list(query.representedBy(caller.id())), caller);
    }

    private Page<AppealItem> page(AppealPage page, Caller caller) {
        return new Page<>(
                page.items().stream()
                        .filter(view -> access.sees(caller, view))
                        .map(AppealItem::of)
                        .toList(),
                page.nextCursor());
    }
}
