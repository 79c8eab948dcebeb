package io.appeals.projections.sla.serving;

import io.appeals.projections.listing.Candidates;
import io.appeals.projections.listing.ListingFacts;
import io.appeals.projections.listing.Place;
import io.appeals.projections.serving.StoredAppeals;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One partition's appeals in the order of their nearest breaches, with what listings must know of them. */
final class DeadlineCandidates implements Candidates {

    private final TimedScan deadlines;
    private final StoredAppeals views;
    private final int partition;
    private final @Nullable Instant before;
    private @Nullable Candidate current;

    /** @param before where they end; null for nowhere */
    DeadlineCandidates(TimedScan deadlines, StoredAppeals views, int partition, @Nullable Instant before) {
        this.deadlines = deadlines;
        this.views = views;
        this.partition = partition;
        this.before = before;
        read();
    }

    /** What has no view, not yet or not at all, is in no other listing either. */
    private void read() {
        current = null;
        for (Place place = next(); place != null && current == null; place = next()) {
            Optional<ListingFacts> facts = views.facts(place.appealId());
            if (facts.isPresent()) {
                current = new Candidate(place, facts.get(), partition);
            } else {
                deadlines.advance();
            }
        }
    }

    private @Nullable Place next() {
        Place place = deadlines.current();
        return place == null || before == null || place.moment().isBefore(before) ? place : null;
    }

    @Override
    public @Nullable Candidate current() {
        return current;
    }

    @Override
    public void advance() {
        deadlines.advance();
        read();
    }
}
