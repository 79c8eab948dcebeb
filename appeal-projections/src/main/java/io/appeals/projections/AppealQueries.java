package io.appeals.projections;

import io.appeals.projections.status.AppealView;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.result.CommandResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can be asked about appeals. Answers come from the projection of the log and may be a few milliseconds
 * behind it; {@code minVersion} waits for what the caller already knows of. All methods may block shortly and are meant
 * for virtual threads.
 *
 * <p>Every method but {@link #readiness()} throws {@link NotReady} where it cannot answer completely: an empty answer or
 * a page always means that there is nothing (more), never that the projection has not got there yet.
 */
public interface AppealQueries {

    /** The appeal as the projection has it now; empty when there is no such appeal. */
    default Optional<AppealView> appeal(String appealId) {
        return appeal(appealId, 0);
    }

    /**
     * The appeal at {@code minVersion} or later. Waits, within bounds, until the projection has it; a degraded appeal (see {@link AppealView#degradedSince()})
     * is answered as it is, since waiting would not help.
     *
     * @param minVersion a version that a command's answer carried; 0 for whatever is there
     * @throws NotReady also when the wait was in vain
     */
    Optional<AppealView> appeal(String appealId, long minVersion);

    /** The appeal as it was at that moment: with all events that had happened ({@code occurredAt}) by then; empty when none had. */
    Optional<AppealView> appealAsOf(String appealId, Instant asOf);

    /**
     * The appeal's events in order.
     *
     * @param afterVersion 0 from the first on
     * @param limit at most so many, from 1 to {@value ListingQuery#MAX_LIMIT}
     */
    List<RecordedEvent> timeline(String appealId, long afterVersion, int limit);

    /**
     * One page of appeals.
     *
     * @throws InvalidCursor when the cursor is not one of this listing's
     */
    AppealPage list(ListingQuery query);

    /** Counts, outcomes and what needs the seller's action; all zero for a seller without appeals. */
    SellerSummary sellerSummary(String sellerId);

    /** What became of a command of the last seven days; empty when it is not known to be decided. */
    Optional<CommandResult> command(String commandId);

    /** Whether everything can be answered, and if not, how far it is. Never throws. */
    Readiness readiness();
}
