package io.appeals.projections;

import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Stage;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which appeals are wanted, in which order. What is null or empty does not restrict; what is given must all hold.
 *
 * <p>Reading page after page while appeals change: ordered by opening, every appeal that matches all the while comes exactly once. Ordered by update, an appeal that changes between two pages moves to the
 * recent end: ascending it may come a second time, as changed; descending it may be missed unless the first page is read again.
 *
 * @param statuses any of these
 * @param assignedTo the reviewer
 * @param representativeId only appeals in which this representative holds a mandate that is not revoked (its period is not looked at)
 * @param limit page size, from 1 to {@value #MAX_LIMIT}
 * @param cursor {@link AppealPage#nextCursor()} of the page before, of the same query; the limit may differ
 */
public record ListingQuery(
        @Nullable String sellerId,
        Set<AppealStatus> statuses,
        @Nullable Stage stage,
        @Nullable String category,
        @Nullable String assignedTo,
        @Nullable String queue,
        @Nullable String representativeId,
        ListingSort sort,
        int limit,
        @Nullable String cursor) {

    public static final int MAX_LIMIT = 200;

    /** @throws IllegalArgumentException for a limit out of bounds */
    public ListingQuery {
        statuses = Set.copyOf(statuses);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is from 1 to " + MAX_LIMIT + ", but was " + limit);
        }
    }

    /** Everything, in this order. */
    public static ListingQuery all(ListingSort sort, int limit) {
        return new ListingQuery(null, Set.of(), null, null, null, null, null, sort, limit, null);
    }

    public ListingQuery ofSeller(@Nullable String newSellerId) {
        return new ListingQuery(
                newSellerId, statuses, stage, category, assignedTo, queue, representativeId, sort, limit, cursor);
    }

    public ListingQuery withStatuses(Set<AppealStatus> newStatuses) {
        return new ListingQuery(
                sellerId, newStatuses, stage, category, assignedTo, queue, representativeId, sort, limit, cursor);
    }

    public ListingQuery atStage(@Nullable Stage newStage) {
        return new ListingQuery(
                sellerId, statuses, newStage, category, assignedTo, queue, representativeId, sort, limit, cursor);
    }

    public ListingQuery inCategory(@Nullable String newCategory) {
        return new ListingQuery(
                sellerId, statuses, stage, newCategory, assignedTo, queue, representativeId, sort, limit, cursor);
    }

    public ListingQuery assignedTo(@Nullable String newAssignedTo) {
        return new ListingQuery(
                sellerId, statuses, stage, category, newAssignedTo, queue, representativeId, sort, limit, cursor);
    }

    public ListingQuery inQueue(@Nullable String newQueue) {
        return new ListingQuery(
                sellerId, statuses, stage, category, assignedTo, newQueue, representativeId, sort, limit, cursor);
    }

    public ListingQuery representedBy(@Nullable String newRepresentativeId) {
        return new ListingQuery(
                sellerId, statuses, stage, category, assignedTo, queue, newRepresentativeId, sort, limit, cursor);
    }

    public ListingQuery from(@Nullable String newCursor) {
        return new ListingQuery(
                sellerId, statuses, stage, category, assignedTo, queue, representativeId, sort, limit, newCursor);
    }
}
