package io.appeals.projections;

import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A seller's appeals at a glance.
 *
 * @param total all appeals, closed ones included
 * @param open all that are not CLOSED
 * @param byStatus how many there are in each status; statuses without any are left out
 * @param byOutcome how many appeals have which latest outcome; outcomes without any are left out
 * @param needsActionCount how many wait for the seller
 * @param needsAction those that wait for the seller, the most urgent first, at most {@value #MAX_NEEDS_ACTION}
 */
public record SellerSummary(
        String sellerId,
        long total,
        long open,
        Map<AppealStatus, Long> byStatus,
        Map<Outcome, Long> byOutcome,
        long needsActionCount,
        List<NeedsAction> needsAction) {

    public static final int MAX_NEEDS_ACTION = 50;

    public SellerSummary {
        byStatus = Map.copyOf(byStatus);
        byOutcome = Map.copyOf(byOutcome);
        needsAction = List.copyOf(needsAction);
    }

    /**
     * An appeal that waits for the seller: to be opened, submitted, answered, or accepted or escalated.
     *
     * @param dueAt until when; null where nothing sets a date
     */
    public record NeedsAction(
            String appealId, AppealStatus status, @Nullable Instant dueAt) {}
}
