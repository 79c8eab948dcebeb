package io.appeals.projections.sla.store;

import io.appeals.projections.sla.appeal.ClockKey;
import io.appeals.projections.sla.clock.SlaClock;
import io.appeals.projections.sla.policy.Metric;

/** A clock's name over all appeals, {@code appealId|metric|cycle}: its key in the clocks topic. */
public record ClockName(String appealId, ClockKey clock) {

    private static final String BETWEEN = "|";

    public static String of(String appealId, SlaClock clock) {
        return appealId + BETWEEN + clock.metric().word() + BETWEEN + clock.cycle();
    }

    /** @throws IllegalArgumentException if it is no clock's name */
    public static ClockName parse(String name) {
        int afterMetric = name.lastIndexOf(BETWEEN);
        int afterAppeal = name.lastIndexOf(BETWEEN, afterMetric - 1);
        if (afterAppeal < 0) {
            throw new IllegalArgumentException("expected appealId|metric|cycle, but found '" + name + "'");
        }
        Metric metric = Metric.of(name.substring(afterAppeal + 1, afterMetric))
                .orElseThrow(() -> new IllegalArgumentException("there is no such metric in '" + name + "'"));
        int cycle = Integer.parseInt(name.substring(afterMetric + 1));
        return new ClockName(name.substring(0, afterAppeal), new ClockKey(metric, cycle));
    }
}
