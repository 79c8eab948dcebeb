package io.appeals.projections.sla.clock;

import java.time.Instant;

/**
 * A moment that a clock comes to if nothing changes.
 *
 * @param threshold {@code 75%} or {@code PT24H} (left) of a warning; {@value #ALL} of a breach
 */
public record DueMoment(AlertKind kind, String threshold, Instant at) {

    public static final String ALL = "100%";
}
