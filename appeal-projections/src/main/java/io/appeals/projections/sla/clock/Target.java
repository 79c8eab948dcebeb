package io.appeals.projections.sla.clock;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a clock must keep, from {@code since} on.
 *
 * @param cause the event that set it
 * @param policy the policy's name in the book that the clock is pinned to
 * @param dueAt a date that stands whatever the goal; null where the goal counts
 */
public record Target(
        Instant since,
        String cause,
        String policy,
        String calendar,
        Duration goal,
        @Nullable Instant dueAt) {}
