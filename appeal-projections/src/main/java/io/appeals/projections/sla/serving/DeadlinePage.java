package io.appeals.projections.sla.serving;

import io.appeals.projections.ListingQuery;
import io.appeals.projections.listing.Candidates;
import io.appeals.projections.listing.Candidates.Candidate;
import io.appeals.projections.listing.ListingScope;
import io.appeals.projections.listing.Ordering;
import io.appeals.projections.listing.PageMerge;
import io.appeals.projections.listing.PageMerge.Stretch;
import io.appeals.projections.listing.Place;
import io.appeals.projections.serving.Snapshots;
import io.appeals.projections.sla.DeadlineListing;
import io.appeals.projections.sla.Page;
import io.appeals.projections.sla.TimedAppeal;
import io.appeals.projections.sla.serving.DeadlineCursor.Position;
import io.appeals.projections.sla.serving.JoinedClocks.Joined;
import io.appeals.projections.sla.store.SlaKeys;
import io.appeals.projections.sla.store.StoredAppeal;
import io.appeals.projections.status.AppealView;
import io.appeals.projections.store.StoreSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing that asks for clocks, from both projections at one moment each. Candidates are found and put in
 * order as the clocks' projection has them; what is shown of each is as of its view.
 */
final class DeadlinePage {

    private static final Comparator<TimedAppeal> NEAREST_FIRST = Comparator.comparing(
            appeal -> appeal.nextBreach().map(TimedAppeal.LiveClock::breachAt).orElse(SlaKeys.NEVER));

    private final DeadlineListing listing;
    private final ListingQuery query;
    private final SlaSnapshots rows;
    private final Snapshots views;
    private final JoinedClocks clocks;
    private final ConditionFilter filter;
    private final DeadlineBounds bounds;
    private final Instant now;

    DeadlinePage(
            DeadlineListing listing,
            SlaSnapshots rows,
            Snapshots views,
            JoinedClocks clocks,
            ConditionFilter filter,
            DeadlineBounds bounds,
            Instant now) {
        this.listing = listing;
        this.query = listing.appeals();
        this.rows = rows;
        this.views = views;
        this.clocks = clocks;
        this.filter = filter;
        this.bounds = bounds;
        this.now = now;
    }

    /** Empty where the view of an appeal on it is behind its clocks: that passes. */
    Optional<Page<TimedAppeal>> page() {
        return listing.nearestFirst() ? nearestFirst() : inOrderOfQuery();
    }

    private Optional<Page<TimedAppeal>> inOrderOfQuery() {
        TimedCursor cursor = new TimedCursor("appeals by their clocks" + DeadlineCursor.asked(listing));
        Place after = cursor.place(query.cursor()).orElse(null);
        boolean descending = Ordering.isDescending(query.sort());
        List<? extends Candidates> all =
                views.scan(ListingScope.covering(query), Ordering.of(query.sort()), after, descending);
        Stretch found = PageMerge.merge(all, descending, this::matches, query.limit(), bounds.examined());
        String next = found.more() ? cursor.after(Objects.requireNonNull(found.last())) : null;
        return shown(found.candidates()).map(items -> new Page<>(items, next));
    }

    private Optional<Page<TimedAppeal>> nearestFirst() {
        DeadlineCursor cursor = new DeadlineCursor(listing);
        Position from = cursor.position(query.cursor());
        List<Candidate> found = new ArrayList<>();
        String next = null;
        if (!from.inSecondPart()) {
            Stretch first =
                    PageMerge.merge(withDeadline(from.after()), false, this::matches, query.limit(), bounds.examined());
            found.addAll(first.candidates());
            next = first.more() ? cursor.inFirstPart(Objects.requireNonNull(first.last())) : null;
        }
        if (next == null && listing.takesThoseWithoutDeadline()) {
            Stretch second = withoutDeadline(from.inSecondPart() ? from.after() : null, query.limit() - found.size());
            found.addAll(second.candidates());
            Place last = second.last() == null && from.inSecondPart() ? from.after() : second.last();
            next = second.more() ? cursor.inSecondPart(last) : null;
        }
        String nextCursor = next;
        // A deadline that moved a moment ago is shown where it is now, at least within its page.
        return shown(found)
                .map(items -> new Page<>(items.stream().sorted(NEAREST_FIRST).toList(), nextCursor));
    }

    private List<? extends Candidates> withDeadline(@Nullable Place after) {
        Optional<GatheredCandidates> gathered = GatheredCandidates.of(query, views, rows, clocks, after, bounds);
        if (gathered.isPresent()) {
            return List.of(gathered.get());
        }
        List<TimedScan> deadlines = rows.scan(SlaKeys.appealBreaches(query.sellerId()), after, false);
        return IntStream.range(0, deadlines.size())
                .mapToObj(number -> new DeadlineCandidates(
                        deadlines.get(number), views.partition(number), number, listing.dueBefore()))
                .toList();
    }

    private Stretch withoutDeadline(@Nullable Place after, int limit) {
        return PageMerge.merge(
                views.scan(ListingScope.covering(query), Ordering.OPENED, after, false),
                false,
                this::matchesWithoutDeadline,
                limit,
                bounds.examined());
    }

    private boolean matches(Candidate candidate) {
        if (!candidate.facts().matches(query)) {
            return false;
        }
        boolean anyClocks = listing.conditions().isEmpty() && listing.dueBefore() == null;
        StoredAppeal stored = anyClocks ? null : stored(candidate);
        return anyClocks || (stored != null && filter.matches(stored, rowsOf(candidate)));
    }

    /** An appeal that the clocks' projection does not know yet has no deadline yet. */
    private boolean matchesWithoutDeadline(Candidate candidate) {
        if (!candidate.facts().matches(query)) {
            return false;
        }
        StoredAppeal stored = stored(candidate);
        return stored == null
                ? listing.conditions().isEmpty()
                : stored.outlooks().isEmpty() && filter.matches(stored, rowsOf(candidate));
    }

    private Optional<List<TimedAppeal>> shown(List<Candidate> candidates) {
        List<TimedAppeal> items = new ArrayList<>();
        for (Candidate candidate : candidates) {
            AppealView view = views.partition(candidate.partition())
                    .view(candidate.place().appealId())
                    .orElseThrow();
            StoredAppeal stored = stored(candidate);
            if (JoinedClocks.areAhead(stored, view)) {
                return Optional.empty();
            }
            Joined joined = clocks.join(view, stored, now);
            StoredAppeal asOfView = joined.clocks();
            if (asOfView == null || asOfView == stored || filter.matches(asOfView, rowsOf(candidate))) {
                items.add(joined.appeal());
            }
        }
        return Optional.of(items);
    }

    private @Nullable StoredAppeal stored(Candidate candidate) {
        return clocks.stored(candidate.place().appealId(), rowsOf(candidate));
    }

    private StoreSnapshot rowsOf(Candidate candidate) {
        return rows.partition(candidate.partition());
    }
}
