package io.appeals.projections.sla.topology;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What time it is for SLA clocks.
 *
 * @param clock the product's time
 * @param lateAfter what is noticed later than this after it was due was not noticed by a projection that ran
 */
public record SlaTime(InstantSource clock, Duration lateAfter) {

    private static final Duration LATE = Duration.ofMinutes(1);

    /** @param factor how many times as fast as the machine's time the clock goes */
    public static SlaTime of(InstantSource clock, int factor) {
        return new SlaTime(clock, LATE.multipliedBy(factor));
    }

    /** Whole milliseconds, as everything in the log. */
    Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
