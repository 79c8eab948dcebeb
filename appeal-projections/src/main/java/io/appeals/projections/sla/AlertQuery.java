package io.appeals.projections.sla;

import io.appeals.projections.sla.clock.AlertKind;
import io.appeals.projections.sla.policy.Metric;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts are wanted. What is null does not restrict; what is given must all hold.
 *
 * @param detectedFrom only those that were noticed then or later
 * @param detectedBefore only those that were noticed earlier
 * @param cursor {@link Page#nextCursor()} of the page before, of the same query; the limit may differ
 */
public record AlertQuery(
        @Nullable String sellerId,
        @Nullable String appealId,
        @Nullable AlertKind kind,
        @Nullable Metric metric,
        @Nullable Instant detectedFrom,
        @Nullable Instant detectedBefore,
        int limit,
        @Nullable String cursor) {

    /** @throws IllegalArgumentException for a limit out of bounds */
    public AlertQuery {
        Page.requireLimit(limit);
    }

    /** All alerts. */
    public static AlertQuery all(int limit) {
        return new AlertQuery(null, null, null, null, null, null, limit, null);
    }

    public AlertQuery ofSeller(@Nullable String newSellerId) {
        return new AlertQuery(newSellerId, appealId, kind, metric, detectedFrom, detectedBefore, limit, cursor);
    }

    public AlertQuery ofAppeal(@Nullable String newAppealId) {
        return new AlertQuery(sellerId, newAppealId, kind, metric, detectedFrom, detectedBefore, limit, cursor);
    }

    public AlertQuery of(@Nullable AlertKind newKind, @Nullable Metric newMetric) {
        return new AlertQuery(sellerId, appealId, newKind, newMetric, detectedFrom, detectedBefore, limit, cursor);
    }

    public AlertQuery detected(@Nullable Instant newFrom, @Nullable Instant newBefore) {
        return new AlertQuery(sellerId, appealId, kind, metric, newFrom, newBefore, limit, cursor);
    }

    public AlertQuery from(@Nullable String newCursor) {
        return new AlertQuery(sellerId, appealId, kind, metric, detectedFrom, detectedBefore, limit, newCursor);
    }
}
