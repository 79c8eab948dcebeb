package io.appeals.projections.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When things happened.
 *
 * @param submittedAt the first submission
 * @param reviewStartedAt the first start of a review
 * @param firstResponseAt the first that the marketplace said to the seller after that: a message, a request for information, a
 *     decision or a rejection
 * @param decidedAt the latest decision, an external one included
 * @param closedAt while it is closed
 * @param updatedAt the last event
 */
public record Milestones(
        Instant createdAt,
        @Nullable Instant enforcedAt,
        @Nullable Instant openedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant reviewStartedAt,
        @Nullable Instant firstResponseAt,
        @Nullable Instant decidedAt,
        @Nullable Instant closedAt,
        Instant updatedAt) {}
