package io.appeals.projections.status;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.TruthDeclaration;
import java.time.Instant;

/**
 * The latest submission of the draft.
 *
 * @param catalogueVersion the category catalogue whose requirements were met
 */
public record Submission(
        String catalogueVersion, TruthDeclaration truthDeclaration, Actor submittedBy, Instant submittedAt) {}
