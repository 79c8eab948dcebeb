package io.appeals.projections.sla.appeal;

import io.appeals.projections.sla.clock.SlaClock;
import io.appeals.projections.sla.policy.Metric;

/** Which clock of an appeal. */
public record ClockKey(Metric metric, int cycle) {

    public static ClockKey of(SlaClock clock) {
        return new ClockKey(clock.metric(), clock.cycle());
    }
}
