package io.appeals.api.feed;

import io.appeals.api.appeal.CaseAccess;
import io.appeals.api.caller.Caller;
import io.appeals.api.docs.AppealQuery;
import io.appeals.api.problem.ProblemException;
import io.appeals.api.problem.ProblemType;
import io.appeals.api.settings.Settings;
import io.appeals.projections.AppealQueries;
import io.appeals.projections.NotReady;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Tells what happens, as it happens. */
@Controller("/v1/stream")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Looking at appeals")
class FeedRoute {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration OTHER_NODES_LEAD = Duration.ofSeconds(2);

    private final Feed feed;
    private final FeedSources sources;
    private final CaseAccess access;
    private final AppealQueries queries;
    private final EventText text;
    private final FeedTiming timing;
    private final FeedSessions sessions;

    FeedRoute(
            Feed feed,
            FeedSources sources,
            CaseAccess access,
            AppealQueries queries,
            EventText text,
            FeedSessions sessions,
            Settings settings) {
        this.feed = feed;
        this.sources = sources;
        this.access = access;
        this.queries = queries;
        this.text = text;
        this.sessions = sessions;
        this.timing = FeedTiming.of(settings);
    }

    @Get(produces = MediaType.TEXT_EVENT_STREAM)
    @Header(name = "Cache-Control", value = "no-store")
    @Header(name = "X-Accel-Buffering", value = "no")
    @AppealQuery
    @Operation(summary = "Streams what happens from now on, as server-sent events", description = """
                    Whoever works for the marketplace hears of every appeal, sellers of their own, representatives of those in which they
                    hold a mandate to READ; the seller's side not of what is for the marketplace only.

                    `id` stands for a position in the log; what it says is for the nodes only. With it as `Last-Event-ID` a client goes on
                    after it, on any node, however long it was away, without gap or repeat; with `beginning` it hears all there is.
                    Events about one appeal come in their order. A heartbeat comes every few seconds and
                    moves the position on as well. A client that reads too slowly, and every client after an hour, is disconnected, and
                    comes back the same way.
                    """)
    @ApiResponse(
            responseCode = "200",
            description = "Events without end; `data` is a FeedMessage",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM,
                            schema = @Schema(implementation = FeedMessage.class),
                            examples = @ExampleObject(value = """
                            id: 3q2-7wAAAAAAAAAAf1l3C9s0Qe8mT2nVb4XyLw
                            event: AppealSubmitted
                            data: {"type":"AppealSubmitted","timestamp":"2026-03-02T09:00:00Z","appealId":"8d429856-e9a1-5520-8e58-3332e4396d59","sellerId":"S-1","sequence":4,"data":{}}
                            """)))
    Publisher<StreamPiece> stream(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "The id of the last event that was received, or `beginning`")
                    @Header("Last-Event-ID")
                    @Nullable
                    String lastEventIdHeader,
            @Parameter(description = "The same, for clients that cannot set the header") @QueryValue @Nullable
                    String lastEventId,
            @Parameter(description = "Only this appeal") @QueryValue @Nullable String appealId,
            @Parameter(description = "Only this seller's appeals") @QueryValue @Nullable String sellerId,
            @Parameter(
                            description =
                                    "Only these types of events, separated by commas; a type may end with an asterisk, as in Evidence*")
                    @QueryValue
                    @Nullable
                    List<String> types) {
        FeedFilter filter = new FeedFilter(appealId, sellerId, selection(types));
        requireVisible(caller, appealId);
        FeedPosition position = position(lastEventIdHeader != null ? lastEventIdHeader : lastEventId);
        FeedVisibility visibility = FeedVisibility.of(caller, access, queries);
        return client -> {
            FeedSession session =
                    new FeedSession(feed, filter, visibility, text, timing, position, client, () -> hangUp(request));
            Thread.ofVirtual().name("stream").start(() -> sessions.run(session));
        };
    }

    private static void hangUp(HttpRequest<?> request) {
        if (request instanceof NettyHttpRequest<?> connection) {
            connection.getChannelHandlerContext().close();
        }
    }

    private EventSelection selection(@Nullable List<String> types) {
        if (types == null) {
            return EventSelection.ALL;
        }
        List<String> patterns = types.stream()
                .flatMap(each -> Arrays.stream(each.split(",")))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        if (patterns.isEmpty()) {
            throw ProblemException.malformed("types", "required", "it is empty; leave it out to hear of all types");
        }
        EventSelection selection = new EventSelection(patterns);
        selection.unknown(sources.types()).ifPresent(pattern -> {
            throw ProblemException.malformed(
                    "types",
                    "unknown",
                    "no type of event matches '" + pattern + "'; there are " + String.join(", ", sources.types()));
        });
        return selection;
    }

    private void requireVisible(Caller caller, @Nullable String appealId) {
        if (appealId != null
                && !caller.seesEveryCase()
                && access.find(caller, appealId, 0).isEmpty()) {
            throw ProblemException.of(ProblemType.NOT_FOUND, "There is no appeal " + appealId + ".");
        }
    }

    private FeedPosition position(@Nullable String lastEventId) {
        try {
            FeedPosition now = now();
            return lastEventId == null || lastEventId.isBlank() ? now : position(lastEventId.strip(), now);
        } catch (IllegalArgumentException e) {
            throw ProblemException.malformed("Last-Event-ID", "format", String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReady("the node is stopping", RETRY_AFTER);
        }
    }

    private FeedPosition now() throws InterruptedException {
        if (sessions.isFull()) {
            sessions.refused();
            throw new NotReady("the stream takes no more clients at the moment", RETRY_AFTER);
        }
        feed.awake();
        return feed.ring()
                .atEnd()
                .orElseThrow(() -> new NotReady("the end of the log is still being looked for", RETRY_AFTER))
                .position();
    }

    private FeedPosition position(String lastEventId, FeedPosition now) throws InterruptedException {
        FeedPosition position = FeedPosition.opened(lastEventId, feed.seal(), now);
        if (!feed.ring().awaitReached(position, OTHER_NODES_LEAD)) {
            throw new IllegalArgumentException("it lies behind the end of the log; connect without it");
        }
        return position;
    }
}
