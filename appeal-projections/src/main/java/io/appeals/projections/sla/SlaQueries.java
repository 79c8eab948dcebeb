package io.appeals.projections.sla;

import io.appeals.projections.InvalidCursor;
import io.appeals.projections.NotReady;
import io.appeals.projections.Readiness;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.schema.table.SlaAlert;
import io.appeals.schema.table.SlaClockRow;
import java.util.List;

/**
 * Everything that can be asked about SLA clocks. Answers come from the projection of the log and hold what is committed:
 * they may be some hundred milliseconds behind it. All methods may block shortly and are meant for virtual threads.
 *
 * <p>Every method but {@link #readiness()}, {@link #policies()} and {@link #census()} throws {@link NotReady} where it cannot answer completely.
 */
public interface SlaQueries {

    /**
     * All clocks that the appeal has or had, in the order in which they began, with the intervals that prove their
     * figures; figures are those of the moment of asking. Empty where there is no such appeal.
     *
     * @param minVersion waits, within bounds, until the clocks reflect this version of the appeal; 0 for whatever is there
     * @throws NotReady also when the wait was in vain
     */
    List<ProvenClock> clocks(String appealId, long minVersion);

    /**
     * Clocks that have not ended, the nearest breach first; those that stand still with time left come last.
     *
     * @throws InvalidCursor when the cursor is not one of this query's
     */
    Page<SlaClockRow> clocks(ClockQuery query);

    /**
     * Alerts that were given in the last 90 days, the latest first.
     *
     * @throws InvalidCursor when the cursor is not one of this query's
     */
    Page<SlaAlert> alerts(AlertQuery query);

    /**
     * How many clocks of which kind there are in the partitions that this node has, so that the figures of all nodes together are those of the whole; a partition that has not caught up counts nothing yet. Never throws {@link NotReady}. Reads an
     * entry for each clock: ask for it now and then, not with every request.
     */
    ClockCensus census();

    /** The policies that cycles which begin now are pinned to. */
    PolicyBook policies();

    /** Whether everything can be answered, and if not, how far it is. Never throws. */
    Readiness readiness();
}
