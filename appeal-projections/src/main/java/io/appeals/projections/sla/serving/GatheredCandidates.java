package io.appeals.projections.sla.serving;

import io.appeals.projections.ListingQuery;
import io.appeals.projections.listing.Candidates;
import io.appeals.projections.listing.ListingScope;
import io.appeals.projections.listing.Ordering;
import io.appeals.projections.listing.Place;
import io.appeals.projections.serving.Snapshots;
import io.appeals.projections.serving.StoredAppeals.ScopeScan;
import io.appeals.projections.sla.store.SlaKeys;
import io.appeals.projections.sla.store.StoredAppeal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All appeals that a query matches, put in the order of their nearest breaches. A reviewer's queue is short and all of it
 * is answered at once so, where walking through everybody's deadlines would find its few among very many.
 */
final class GatheredCandidates implements Candidates {

    private final Deque<Candidate> left;

    private GatheredCandidates(List<Candidate> ordered) {
        left = new ArrayDeque<>(ordered);
    }

    /**
     * @param after only those behind this place; null for all
     * @return empty where there are too many
     */
    static Optional<GatheredCandidates> of(
            ListingQuery query,
            Snapshots views,
            SlaSnapshots rows,
            JoinedClocks clocks,
            @Nullable Place after,
            DeadlineBounds bounds) {
        List<Candidate> matching = new ArrayList<>();
        int examined = 0;
        for (ScopeScan scan : views.scan(ListingScope.covering(query), Ordering.OPENED, null, false)) {
            for (Candidate each = scan.current(); each != null; each = scan.current()) {
                if (each.facts().matches(query)) {
                    matching.add(each);
                }
                if (examined++ == bounds.lookedAtForGathering() || matching.size() > bounds.gathered()) {
                    return Optional.empty();
                }
                scan.advance();
            }
        }
        return Optional.of(new GatheredCandidates(matching.stream()
                .flatMap(each -> byDeadline(each, rows, clocks).stream())
                .filter(each -> after == null || each.place().compareTo(after) > 0)
                .sorted(Comparator.comparing(Candidate::place))
                .toList()));
    }

    /** The appeal at the place that the index of deadlines gives it; empty where it has none. */
    private static Optional<Candidate> byDeadline(Candidate appeal, SlaSnapshots rows, JoinedClocks clocks) {
        String appealId = appeal.place().appealId();
        StoredAppeal stored = clocks.stored(appealId, rows.partition(appeal.partition()));
        return stored == null || stored.outlooks().isEmpty()
                ? Optional.empty()
                : Optional.of(new Candidate(
                        new Place(stored.firstBreach().orElse(SlaKeys.NEVER), appealId),
                        appeal.facts(),
                        appeal.partition()));
    }

    @Override
    public @Nullable Candidate current() {
        return left.peek();
    }

    @Override
    public void advance() {
        left.poll();
    }
}
