package io.appeals.projections;

import java.time.Duration;
import java.util.List;

/**
 * Whether every question can be answered completely.
 *
 * @param progress for a person, for instance {@code restored 81 %}, {@code caught up 12,000 of 15,000 events}, {@code ready}
 * @param retryAfter when to ask again; zero when ready
 * @param degradedAppeals how many appeals have an event that could not be folded
 * @param problems what else is wrong, one sentence each; empty when all is well
 */
public record Readiness(
        boolean ready, String progress, Duration retryAfter, long degradedAppeals, List<String> problems) {

    public Readiness {
        problems = List.copyOf(problems);
    }
}
