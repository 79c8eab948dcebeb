package io.appeals.api.appeal;

import io.appeals.api.caller.Caller;
import io.appeals.api.command.Actors;
import io.appeals.api.docs.AppealQuery;
import io.appeals.api.problem.ProblemException;
import io.appeals.api.problem.ProblemType;
import io.appeals.api.time.ProductTime;
import io.appeals.commands.category.CategoryCatalogue;
import io.appeals.commands.category.Checklist;
import io.appeals.projections.AppealQueries;
import io.appeals.projections.sla.DeadlineQueries;
import io.appeals.projections.sla.TimedAppeal;
import io.appeals.projections.status.AppealView;
import io.appeals.projections.status.Evidence;
import io.appeals.schema.event.RecordedEvent;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows one appeal. */
@Controller("/v1/appeals/{appealId}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Looking at appeals")
class AppealRoutes {

    private final AppealQueries queries;
    private final DeadlineQueries deadlines;
    private final CaseAccess access;
    private final Actors actors;
    private final Offers offers;
    private final Checklist checklist;
    private final ProductTime time;

    AppealRoutes(
            AppealQueries queries,
            DeadlineQueries deadlines,
            CaseAccess access,
            Actors actors,
            Offers offers,
            CategoryCatalogue catalogue,
            ProductTime time) {
        this.queries = queries;
        this.deadlines = deadlines;
        this.access = access;
        this.actors = actors;
        this.offers = offers;
        this.checklist = new Checklist(catalogue);
        this.time = time;
    }

    @Get
    @AppealQuery
    @Operation(
            summary = "Shows an appeal, with what the caller may do now",
            description =
                    "Sellers see their own, representatives those in which they hold a mandate to READ. Each action says by when, "
                            + "where a date binds or an SLA clock runs for it; a date that is past was missed. With 'asOf' the appeal is "
                            + "shown as it was, without actions.")
    HttpResponse<AppealResource> appeal(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String appealId,
            @Parameter(description = "At least this version; waits shortly for it") @QueryValue(defaultValue = "0")
                    long minVersion,
            @Parameter(description = "As it was at this time", example = "2026-01-31T09:00:00Z") @QueryValue @Nullable
                    Instant asOf) {
        AppealResource shown = asOf == null
                ? asOfNow(caller, appealId, minVersion)
                : asOf(access.require(caller, appealId, minVersion), asOf, CaseAccess.seesInternals(caller));
        return HttpResponse.ok(shown).header(HttpHeaders.ETAG, "\"" + shown.version() + "\"");
    }

    private AppealResource asOfNow(Caller caller, String appealId, long minVersion) {
        TimedAppeal now = deadlines
                .appeal(appealId, minVersion)
                .filter(appeal -> access.sees(caller, appeal.view()))
                .orElseThrow(() -> CaseAccess.unknown(appealId));
        boolean internals = CaseAccess.seesInternals(caller);
        return AppealResource.of(
                now.view(),
                offers.of(now, actors.in(now.view(), caller), time.instant(), caller.seesEveryCase()),
                now.clocksNotReady(),
                internals);
    }

    private AppealResource asOf(AppealView now, Instant asOf, boolean internals) {
        AppealView then = queries.appealAsOf(now.appealId(), asOf)
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.NOT_FOUND, "There was no appeal " + now.appealId() + " at " + asOf + " yet."));
        return AppealResource.of(then, List.of(), null, internals);
    }

    @Get("/events")
    @AppealQuery
    @Operation(
            summary = "Lists what happened to an appeal, in order, from the log's facts",
            description =
                    "For the seller's side without what is for the marketplace only, so versions may be missing there.")
    HttpResponse<Page<TimelineEvent>> events(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @PathVariable String appealId,
            @Parameter(description = "At least up to this version; waits shortly for it")
                    @QueryValue(defaultValue = "0")
                    long minVersion,
            @Parameter(description = "From 1 to 200") @QueryValue(defaultValue = "100") int limit,
            @Parameter(description = "nextCursor of the page before") @QueryValue(defaultValue = "0") long cursor) {
        access.require(caller, appealId, minVersion);
        List<RecordedEvent> events = queries.timeline(appealId, cursor, Limit.of(limit));
        List<TimelineEvent> shown = events.stream()
                .filter(event -> CaseAccess.seesInternals(caller) || !TimelineEvent.isInternal(event))
                .map(TimelineEvent::of)
                .toList();
        String next =
                events.size() < limit ? null : Long.toString(events.getLast().version());
        return new Page<>(shown, next).response(request);
    }

    @Get("/readiness")
    @AppealQuery
    @Operation(summary = "Says what is still missing or unwise before a draft is submitted")
    DraftReadiness readiness(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String appealId,
            @Parameter(description = "At least this version; waits shortly for it") @QueryValue(defaultValue = "0")
                    long minVersion) {
        AppealView view = access.require(caller, appealId, minVersion);
        return DraftReadiness.of(view, checklist.check(new ViewedCase(view).submission()), time.instant());
    }

    @Get("/evidence/{evidenceId}/content")
    @AppealQuery
    @Operation(
            summary = "Says where a document's file is",
            description =
                    "Files are kept elsewhere: 409 `evidence-elsewhere`, with the location that was given for it, if any.")
    HttpResponse<?> content(
            @Parameter(hidden = true) Caller caller, @PathVariable String appealId, @PathVariable String evidenceId) {
        Evidence evidence = access.require(caller, appealId, 0).evidence().stream()
                .filter(piece -> piece.evidenceId().equals(evidenceId))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.NOT_FOUND, "Appeal " + appealId + " has no evidence " + evidenceId + "."));
        throw ProblemException.of(
                ProblemType.EVIDENCE_ELSEWHERE,
                (evidence.location() == null
                                ? "No location was given for " + evidence.fileName() + "; ask whoever attached it"
                                : "Fetch " + evidence.fileName() + " from " + evidence.location())
                        + ", and check that its SHA-256 is " + evidence.sha256() + ".");
    }
}
