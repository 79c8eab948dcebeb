package io.appeals.projections.sla.appeal;

import io.appeals.projections.sla.clock.SlaClock;
import io.appeals.projections.sla.policy.Metric;
import io.appeals.projections.sla.policy.SlaFacts;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Remedy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an appeal in order to run its clocks.
 *
 * @param version of the last event that is folded
 * @param live the clocks that have not ended; those that have are no longer needed to go on
 * @param cycles how many cycles each metric has had
 * @param implemented remedies that are done, and not owed again
 * @param degradedSince the version that could not be folded; the clocks stay as they were before it
 */
public record AppealClocks(
        String appealId,
        String sellerId,
        long version,
        AppealStatus status,
        SlaFacts facts,
        List<SlaClock> live,
        List<Cycles> cycles,
        List<Remedy> implemented,
        @Nullable Long degradedSince) {

    /** How many cycles a metric has had. */
    public record Cycles(Metric metric, int count) {}

    public AppealClocks {
        live = List.copyOf(live);
        cycles = List.copyOf(cycles);
        implemented = List.copyOf(implemented);
    }

    /** The same, with these clocks in the place of its own. */
    public AppealClocks withLive(List<SlaClock> newLive) {
        return new AppealClocks(
                appealId, sellerId, version, status, facts, newLive, cycles, implemented, degradedSince);
    }

    /** The same, known to stay as it is; one that is degraded already stays as it was. */
    public AppealClocks degraded(long since) {
        return degradedSince != null
                ? this
                : new AppealClocks(appealId, sellerId, version, status, facts, live, cycles, implemented, since);
    }
}
