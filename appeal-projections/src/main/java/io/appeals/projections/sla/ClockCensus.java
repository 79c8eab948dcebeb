package io.appeals.projections.sla;

import io.appeals.projections.sla.clock.ClockState;
import io.appeals.projections.sla.policy.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many clocks that have not ended there are on this node.
 *
 * @param takenAt the moment that it is of
 * @param soon how many will be breached within each of the {@link #HORIZONS}; metrics without any are left out
 * @param nearestBreach of each metric, the first moment at which a clock will be breached; metrics without one are left out
 * @param overdueSince the first moment that something was to be alerted and was not yet; null where all is said
 */
public record ClockCensus(
        Instant takenAt,
        List<Count> counts,
        List<Soon> soon,
        Map<Metric, Instant> nearestBreach,
        @Nullable Instant overdueSince) {

    /** How far ahead is looked for what is going to be breached; the nearest first. */
    public static final List<Duration> HORIZONS = List.of(Duration.ofHours(1), Duration.ofHours(4), Duration.ofDays(1));

    public ClockCensus {
        counts = List.copyOf(counts);
        soon = List.copyOf(soon);
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

    /** How many clocks of a metric will be breached within that time, if nothing is done. */
    public record Soon(Metric metric, Duration within, long count) {}
}
