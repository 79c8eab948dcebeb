package io.appeals.projections.sla;

import io.appeals.projections.sla.clock.ClockState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which appeals are wanted, by their clocks. What is null does not restrict; what is given must all hold.
 *
 * @param clockState some clock has this state
 * @param breached whether some clock's time must be, or no clock's may be, used up
 * @param dueBefore the nearest breach is before this moment
 * @param cursor {@link Page#nextCursor()} of the page before, of the same query; the limit may differ
 */
public record DeadlineQuery(
        @Nullable String sellerId,
        @Nullable ClockState clockState,
        @Nullable Boolean breached,
        @Nullable Instant dueBefore,
        int limit,
        @Nullable String cursor) {

    /** @throws IllegalArgumentException for a limit out of bounds */
    public DeadlineQuery {
        Page.requireLimit(limit);
    }

    public DeadlineQuery from(@Nullable String newCursor) {
        return new DeadlineQuery(sellerId, clockState, breached, dueBefore, limit, newCursor);
    }
}
