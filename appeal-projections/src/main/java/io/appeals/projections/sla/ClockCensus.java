package io.appeals.projections.sla;

import io.appeals.projections.sla.clock.ClockState;
import io.appeals.projections.sla.policy.Metric;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many clocks that have not ended there are.
 *
 * @param nearestBreach of each metric, the first moment at which a clock will be breached; metrics without one are left out
 */
public record ClockCensus(List<Count> counts, Map<Metric, Instant> nearestBreach) {

    public ClockCensus {
        counts = List.copyOf(counts);
        nearestBreach = Map.copyOf(nearestBreach);
    }

    /** Clocks that have this in common. */
    public record Kind(
            Metric metric,
            ClockState state,
            boolean breached,
            @Nullable String category) {}

    /** How many there are of a kind. */
    public record Count(Kind kind, long count) {}
}
