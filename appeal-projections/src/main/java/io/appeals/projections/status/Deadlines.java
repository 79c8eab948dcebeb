package io.appeals.projections.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The dates that bind somebody now; those that no longer or not yet matter are null.
 *
 * @param submitBy an appealable matter or a draft must be submitted by then
 * @param respondBy the open information request must be answered by then
 * @param escalateBy the decision may be escalated, or referred externally, until then
 * @param reopenBy the withdrawn or lapsed appeal may be reopened by the seller until then
 */
public record Deadlines(
        @Nullable Instant submitBy,
        @Nullable Instant respondBy,
        @Nullable Instant escalateBy,
        @Nullable Instant reopenBy) {

    public static final Deadlines NONE = new Deadlines(null, null, null, null);
}
