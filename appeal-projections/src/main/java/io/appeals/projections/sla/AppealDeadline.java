package io.appeals.projections.sla;

import io.appeals.projections.sla.clock.ClockState;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An appeal's nearest deadline.
 *
 * @param breachAt the nearest breach of its live clocks, past ones included; null while all stand still with time left
 * @param breached whether it is past
 * @param states of its live clocks
 */
public record AppealDeadline(String appealId, @Nullable Instant breachAt, boolean breached, Set<ClockState> states) {

    public AppealDeadline {
        states = Set.copyOf(states);
    }
}
