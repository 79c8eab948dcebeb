package io.appeals.projections.sla;

import io.appeals.projections.sla.clock.ClockState;
import io.appeals.projections.sla.policy.Metric;
import io.appeals.projections.status.AppealView;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An appeal with its clocks, both of the same version.
 *
 * @param clocks those that have not ended
 * @param clocksNotReady why the clocks cannot be told, for a person; null where they can
 */
public record TimedAppeal(
        AppealView view, List<LiveClock> clocks, @Nullable String clocksNotReady) {

    /**
     * A clock that has not ended.
     *
     * @param breachAt when its time is used up if nothing changes; null while it stands still with time left
     * @param breached whether that is past
     */
    public record LiveClock(
            Metric metric, ClockState state, @Nullable Instant breachAt, boolean breached) {}

    public TimedAppeal {
        clocks = List.copyOf(clocks);
    }

    /** @param why for a person, for instance how far the clocks are */
    public static TimedAppeal withoutClocks(AppealView view, String why) {
        return new TimedAppeal(view, List.of(), why);
    }

    /** The clock whose time is, or was, used up first. */
    public Optional<LiveClock> nextBreach() {
        return clocks.stream()
                .filter(clock -> clock.breachAt() != null)
                .min(Comparator.comparing(clock -> Objects.requireNonNull(clock.breachAt())));
    }

    /**
     * By when what somebody may do next should be done, by the name of the command, as far as a clock says so; for
     * instance {@code DecideAppeal} by the decision's clock.
     *
     * @param toMarketplace whether it is told to the marketplace's people, who are bound by clocks of their own
     */
    public Map<String, Instant> actionDeadlines(boolean toMarketplace) {
        Map<String, Instant> deadlines = new HashMap<>();
        for (LiveClock clock : clocks) {
            Instant breachAt = clock.breachAt();
            if (breachAt != null && (toMarketplace || !clock.metric().isOfMarketplace())) {
                ActionMetrics.commandsFor(clock.metric())
                        .forEach(command ->
                                deadlines.merge(command, breachAt, (one, other) -> one.isBefore(other) ? one : other));
            }
        }
        return deadlines;
    }
}
