package io.appeals.projections.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the marketplace did, on what ground, and until when it can be appealed.
 *
 * @param restriction for instance LISTING_REMOVED
 */
public record Enforcement(
        String restriction,
        String decisionGround,
        String facts,
        @Nullable String policyReference,
        @Nullable Boolean automatedDetection,
        @Nullable Boolean automatedDecision,
        Instant appliedAt,
        Instant appealUntil) {}
