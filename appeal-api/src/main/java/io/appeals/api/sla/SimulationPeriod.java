package io.appeals.api.sla;

import io.appeals.api.problem.ProblemException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which time of the log is looked at.
 *
 * @param to exclusive
 */
record SimulationPeriod(Instant from, Instant to) {

    /**
     * @param to null for up to now
     * @throws ProblemException naming what is wrong with it
     */
    static SimulationPeriod of(Instant from, @Nullable Instant to, Instant now) {
        if (to != null && to.isAfter(now)) {
            throw ProblemException.malformed(
                    "to",
                    "range",
                    to + " is still to come, and only what has happened can be compared; leave it out for up to now");
        }
        Instant end = to == null ? now : to;
        if (!from.isBefore(end)) {
            throw ProblemException.malformed(
                    "from", "range", "expected a time before the period's end, " + end + ", not " + from);
        }
        return new SimulationPeriod(from, end);
    }
}
