package io.appeals.projections.sla;

import io.appeals.projections.ListingQuery;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which appeals are wanted, by their clocks as well. What is null or empty does not restrict; what is given must all hold.
 *
 * <p>Reading page after page by deadline: an appeal whose nearest deadline stays as it is comes exactly once. One whose
 * deadline moves between two pages moves with it, so that it may come twice, or be missed until the first page is read again.
 *
 * @param appeals what must hold of the appeals, and page size and cursor
 * @param conditions some clock of the appeal is in any of these
 * @param dueBefore the nearest breach of a clock that has not ended is before this moment, if nothing changes
 * @param nearestFirst in the order of the nearest breaches, past ones included; then those whose clocks all stand still with
 *     time left, then those without a clock that has not ended, the earliest opened first. Otherwise in the order of {@code appeals.sort()}
 */
public record DeadlineListing(
        ListingQuery appeals,
        Set<ClockCondition> conditions,
        @Nullable Instant dueBefore,
        boolean nearestFirst) {

    public DeadlineListing {
        conditions = Set.copyOf(conditions);
    }

    /** Whether it cannot be answered without the clocks. */
    public boolean needsClocks() {
        return nearestFirst || dueBefore != null || !conditions.isEmpty();
    }

    /** Whether an appeal without a clock that has not ended can match. */
    public boolean takesThoseWithoutDeadline() {
        return dueBefore == null && (conditions.isEmpty() || conditions.stream().anyMatch(ClockCondition::isOfEnded));
    }

    public DeadlineListing of(ListingQuery newAppeals) {
        return new DeadlineListing(newAppeals, conditions, dueBefore, nearestFirst);
    }
}
