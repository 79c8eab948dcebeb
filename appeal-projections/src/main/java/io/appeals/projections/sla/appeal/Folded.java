package io.appeals.projections.sla.appeal;

import io.appeals.projections.sla.clock.SlaClock;
import java.util.List;

/**
 * What one event led to.
 *
 * @param changed the clocks that are not as they were, those included that have ended
 * @param alerts what was due by the event's time on the clocks it touched, and what they recovered from, in order
 */
public record Folded(AppealClocks after, List<SlaClock> changed, List<Alert> alerts) {

    public Folded {
        changed = List.copyOf(changed);
        alerts = List.copyOf(alerts);
    }
}
