package io.appeals.projections.listing;

import org.jspecify.annotations.Nullable;

/** Appeals of one scope of one partition, in the order that was asked for. */
public interface Candidates {

    /** The one at hand; null when there are no more. */
    @Nullable
    Candidate current();

    void advance();

    /** An appeal that may match, where it stands in the order, and in which partition it is. */
    record Candidate(Place place, ListingFacts facts, int partition) {}
}
