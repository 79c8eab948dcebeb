package io.appeals.projections.sla.serving;

import io.appeals.projections.AppealQueries;
import io.appeals.projections.ListingQuery;
import io.appeals.projections.sla.TimedAppeal;
import io.appeals.projections.sla.TimedAppeal.LiveClock;
import io.appeals.projections.sla.appeal.AppealClocks;
import io.appeals.projections.sla.appeal.ClockFold;
import io.appeals.projections.sla.store.SlaKeys;
import io.appeals.projections.sla.store.StoredAppeal;
import io.appeals.projections.status.AppealView;
import io.appeals.projections.store.StoreSnapshot;
import io.appeals.schema.event.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings an appeal's clocks to the version of its view. The clocks are published in transactions and so come some hundred
 * milliseconds after the view; the events between, which the view's projection keeps, are folded here, by the same rules.
 */
final class JoinedClocks {

    private static final Logger LOG = LoggerFactory.getLogger(JoinedClocks.class);

    private final AppealQueries appeals;
    private final PinnedBooks books;

    JoinedClocks(AppealQueries appeals, PinnedBooks books) {
        this.appeals = appeals;
        this.books = books;
    }

    /**
     * An appeal and its clocks, as of its view.
     *
     * @param clocks null where they cannot be told
     */
    record Joined(TimedAppeal appeal, @Nullable StoredAppeal clocks) {}

    /** What the SLA projection has of the appeal; null where it has nothing yet. */
    @Nullable
    StoredAppeal stored(String appealId, StoreSnapshot rows) {
        byte[] row = rows.get(SlaKeys.appeal(appealId).get());
        if (row == null) {
            return null;
        }
        StoredAppeal stored = StoredAppeal.CODEC.decode(row);
        stored.clocks().live().forEach(clock -> books.pinned(clock.book(), rows));
        return stored;
    }

    /** Whether the clocks know of events that the view does not, so that they cannot be told together yet. */
    static boolean areAhead(@Nullable StoredAppeal stored, AppealView view) {
        return stored != null && view.degradedSince() == null && stored.clocks().version() > view.version();
    }

    /** @param stored not {@link #areAhead} of the view */
    Joined join(AppealView view, @Nullable StoredAppeal stored, Instant now) {
        long has = stored == null ? 0 : stored.clocks().version();
        if (stored != null && stored.clocks().degradedSince() != null) {
            return unknown(
                    view,
                    "the clocks are degraded since version " + stored.clocks().degradedSince());
        }
        if (has > view.version()) {
            return unknown(view, "the appeal is degraded since version " + view.degradedSince());
        }
        if (view.version() - has > ListingQuery.MAX_LIMIT) {
            return unknown(view, "the clocks are " + (view.version() - has) + " events behind");
        }
        StoredAppeal clocks = has == view.version() ? stored : folded(view, stored);
        return clocks == null
                ? unknown(view, "the clocks cannot be told beyond version " + has)
                : new Joined(new TimedAppeal(view, live(clocks, now), null), clocks);
    }

    private static Joined unknown(AppealView view, String why) {
        return new Joined(TimedAppeal.withoutClocks(view, why), null);
    }

    /** Null where the events do not lead to clocks. */
    private @Nullable StoredAppeal folded(AppealView view, @Nullable StoredAppeal stored) {
        AppealClocks clocks = stored == null ? null : stored.clocks();
        List<RecordedEvent> events =
                appeals.timeline(view.appealId(), clocks == null ? 0 : clocks.version(), ListingQuery.MAX_LIMIT);
        try {
            for (RecordedEvent event : events) {
                if (event.version() <= view.version()) {
                    clocks = ClockFold.fold(clocks, event, books).after();
                }
            }
            return clocks == null ? null : StoredAppeal.of(clocks, books);
        } catch (RuntimeException e) {
            // Pure code that fails will fail in the projection as well, which then marks the appeal.
            LOG.debug("the clocks of appeal {} cannot be folded up to its view", view.appealId(), e);
            return null;
        }
    }

    private static List<LiveClock> live(StoredAppeal appeal, Instant now) {
        List<LiveClock> live = new ArrayList<>();
        for (int i = 0; i < appeal.outlooks().size(); i++) {
            var clock = appeal.clocks().live().get(i);
            Instant breachAt = appeal.outlooks().get(i).breachAt();
            boolean breached = breachAt != null && !breachAt.isAfter(now);
            live.add(new LiveClock(clock.metric(), clock.state(), breachAt, breached));
        }
        return live;
    }
}
