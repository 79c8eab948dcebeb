package io.appeals.projections.sla;

import io.appeals.projections.InvalidCursor;
import io.appeals.projections.NotReady;
import java.util.Optional;

/**
 * What can be asked about appeals and their clocks together. What an appeal is told to be and what its clocks are told to
 * be is of the same version, although two projections keep them: neither waits for the other unless it has to. All methods
 * may block shortly and are meant for virtual threads.
 */
public interface DeadlineQueries {

    /**
     * The appeal with its clocks; empty when there is no such appeal. Where the clocks cannot be told, the appeal is told
     * without them, and says so.
     *
     * @param minVersion a version that a command's answer carried; 0 for whatever is there
     * @throws NotReady where the appeal itself cannot be told, also when the wait for the version was in vain
     */
    Optional<TimedAppeal> appeal(String appealId, long minVersion);

    /**
     * One page of appeals with their clocks. The order by deadline, and what is asked of clocks, follow the log within some
     * hundred milliseconds. A page may be short, even empty, and still have a cursor: so much is looked at for a page, and no more.
     *
     * @throws NotReady where it cannot be answered completely; for want of the clocks only if it asks for them
     * @throws InvalidCursor when the cursor is not one of this listing's
     */
    Page<TimedAppeal> list(DeadlineListing listing);
}
