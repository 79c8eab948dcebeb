package io.appeals.projections.sla;

import io.appeals.projections.sla.clock.ClockState;
import io.appeals.projections.sla.policy.Metric;
import io.appeals.schema.appeal.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which clocks are wanted. What is null does not restrict; what is given must all hold.
 *
 * @param state RUNNING or PAUSED: clocks that have ended are not at risk
 * @param breached whether their time must be, or must not be, used up
 * @param dueBefore only those that are breached before this moment, if nothing changes
 * @param cursor {@link Page#nextCursor()} of the page before, of the same query; the limit may differ
 */
public record ClockQuery(
        @Nullable String sellerId,
        @Nullable Metric metric,
        @Nullable ClockState state,
        @Nullable Boolean breached,
        @Nullable String category,
        @Nullable Stage stage,
        @Nullable Instant dueBefore,
        int limit,
        @Nullable String cursor) {

    /** @throws IllegalArgumentException for a limit out of bounds */
    public ClockQuery {
        Page.requireLimit(limit);
    }

    /** All clocks that have not ended. */
    public static ClockQuery all(int limit) {
        return new ClockQuery(null, null, null, null, null, null, null, limit, null);
    }

    public ClockQuery ofSeller(@Nullable String newSellerId) {
        return new ClockQuery(newSellerId, metric, state, breached, category, stage, dueBefore, limit, cursor);
    }

    public ClockQuery of(@Nullable Metric newMetric) {
        return new ClockQuery(sellerId, newMetric, state, breached, category, stage, dueBefore, limit, cursor);
    }

    public ClockQuery in(@Nullable ClockState newState, @Nullable Boolean newBreached) {
        return new ClockQuery(sellerId, metric, newState, newBreached, category, stage, dueBefore, limit, cursor);
    }

    public ClockQuery inCategory(@Nullable String newCategory) {
        return new ClockQuery(sellerId, metric, state, breached, newCategory, stage, dueBefore, limit, cursor);
    }

    public ClockQuery atStage(@Nullable Stage newStage) {
        return new ClockQuery(sellerId, metric, state, breached, category, newStage, dueBefore, limit, cursor);
    }

    public ClockQuery dueBefore(@Nullable Instant newDueBefore) {
        return new ClockQuery(sellerId, metric, state, breached, category, stage, newDueBefore, limit, cursor);
    }

    public ClockQuery from(@Nullable String newCursor) {
        return new ClockQuery(sellerId, metric, state, breached, category, stage, dueBefore, limit, newCursor);
    }
}
