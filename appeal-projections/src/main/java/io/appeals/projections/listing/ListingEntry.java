package io.appeals.projections.listing;

import io.appeals.projections.status.AppealView;
import java.time.Instant;

/**
 * Where an appeal stands in the listings, and what they must know of it.
 *
 * @param openedAt for an appeal that is not opened yet, when it came to be
 */
public record ListingEntry(ListingFacts facts, Instant openedAt, Instant updatedAt) {

    public static ListingEntry of(AppealView view) {
        Instant openedAt = view.milestones().openedAt();
        return new ListingEntry(
                ListingFacts.of(view),
                openedAt == null ? view.milestones().createdAt() : openedAt,
                view.milestones().updatedAt());
    }

    /** The moment that a listing is ordered by. */
    public Instant orderedBy(Ordering ordering) {
        return switch (ordering) {
            case OPENED -> openedAt;
            case UPDATED -> updatedAt;
        };
    }
}
