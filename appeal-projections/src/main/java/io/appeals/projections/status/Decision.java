package io.appeals.projections.status;

import io.appeals.schema.appeal.Automation;
import io.appeals.schema.appeal.ConsideredEvidence;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.appeal.Stage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one stage of the appeal was decided.
 *
 * @param decisionId the deciding event's id
 * @param humanReviewerId the person who answers for it
 * @param escalateUntil until when the seller may take it further
 */
public record Decision(
        String decisionId,
        Stage stage,
        String decidedBy,
        Outcome outcome,
        String reasons,
        List<String> reasonCodes,
        List<String> policyReferences,
        List<ConsideredEvidence> evidenceConsidered,
        @Nullable String humanReviewerId,
        Automation automation,
        List<Remedy> remedies,
        Instant decidedAt,
        Instant escalateUntil) {

    public Decision {
        reasonCodes = List.copyOf(reasonCodes);
        policyReferences = List.copyOf(policyReferences);
        evidenceConsidered = List.copyOf(evidenceConsidered);
        remedies = List.copyOf(remedies);
    }
}
