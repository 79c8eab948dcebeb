package io.appeals.api.memory;

import io.appeals.projections.AppealPage;
import io.appeals.projections.AppealQueries;
import io.appeals.projections.InvalidCursor;
import io.appeals.projections.ListingQuery;
import io.appeals.projections.NotReady;
import io.appeals.projections.Readiness;
import io.appeals.projections.SellerSummary;
import io.appeals.projections.status.AppealView;
import io.appeals.projections.status.AppealViewFold;
import io.appeals.projections.status.Mandate;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.result.CommandResult;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers from what {@link MemoryLog} keeps. */
@Singleton
@Replaces(AppealQueries.class)
@Requires(property = "test.memory-log")
public class MemoryQueries implements AppealQueries {

    private final MemoryLog log;
    private volatile @Nullable String progress;
    private volatile boolean failing;

    MemoryQueries(MemoryLog log) {
        this.log = log;
    }

    /** From now on nothing is answered, for want of this; null for as usual. */
    public void notReady(@Nullable String howFar) {
        progress = howFar;
    }

    /** From now on every question meets a fault of the program. */
    public void fail(boolean now) {
        failing = now;
    }

    @Override
    public Optional<AppealView> appeal(String appealId, long minVersion) {
        requireReady();
        Optional<AppealView> view = log.view(appealId);
        if (minVersion > view.map(AppealView::version).orElse(0L)) {
            throw new NotReady("version " + minVersion + " is not there yet", Duration.ofSeconds(1));
        }
        return view;
    }

    @Override
    public Optional<AppealView> appealAsOf(String appealId, Instant asOf) {
        requireReady();
        AppealView view = null;
        for (RecordedEvent event : log.events(appealId)) {
            if (!event.occurredAt().isAfter(asOf)) {
                view = AppealViewFold.fold(view, event);
            }
        }
        return Optional.ofNullable(view);
    }

    @Override
    public List<RecordedEvent> timeline(String appealId, long afterVersion, int limit) {
        requireReady();
        return log.events(appealId).stream()
                .filter(event -> event.version() > afterVersion)
                .limit(limit)
                .toList();
    }

    @Override
    public AppealPage list(ListingQuery query) {
        requireReady();
        int from = position(query.cursor());
        List<AppealView> matching =
                log.views().stream().filter(view -> matches(query, view)).toList();
        int to = Math.min(matching.size(), from + query.limit());
        return new AppealPage(matching.subList(from, to), to < matching.size() ? Integer.toString(to) : null);
    }

    private static int position(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Integer.parseInt(cursor);
        } catch (NumberFormatException e) {
            throw new InvalidCursor("'" + cursor + "' is no cursor of this listing; begin without one");
        }
    }

    private static boolean matches(ListingQuery query, AppealView view) {
        return (query.sellerId() == null || query.sellerId().equals(view.sellerId()))
                && (query.statuses().isEmpty() || query.statuses().contains(view.status()))
                && (query.stage() == null || query.stage() == view.stage())
                && (query.category() == null || query.category().equals(view.category()))
                && (query.assignedTo() == null || query.assignedTo().equals(view.assignedTo()))
                && (query.queue() == null || query.queue().equals(view.queue()))
                && (query.representativeId() == null
                        || view.mandates().stream()
                                .map(Mandate::representativeId)
                                .anyMatch(query.representativeId()::equals));
    }

    @Override
    public SellerSummary sellerSummary(String sellerId) {
        requireReady();
        List<AppealView> own = log.views().stream()
                .filter(view -> view.sellerId().equals(sellerId))
                .toList();
        return new SellerSummary(
                sellerId,
                own.size(),
                own.stream().filter(view -> view.closure() == null).count(),
                own.stream().collect(Collectors.groupingBy(AppealView::status, Collectors.counting())),
                Map.of(),
                0,
                List.of());
    }

    @Override
    public Optional<CommandResult> command(String commandId) {
        requireReady();
        return Optional.empty();
    }

    @Override
    public Readiness readiness() {
        String howFar = progress;
        return new Readiness(howFar == null, howFar == null ? "ready" : howFar, Duration.ZERO, 0, List.of());
    }

    private void requireReady() {
        if (failing) {
            throw new IllegalStateException("a secret of the implementation");
        }
        String howFar = progress;
        if (howFar != null) {
            throw new NotReady(howFar, Duration.ofSeconds(3));
        }
    }
}
