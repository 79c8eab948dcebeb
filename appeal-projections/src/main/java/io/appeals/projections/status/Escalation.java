package io.appeals.projections.status;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.Stage;
import java.time.Instant;
import java.util.List;

/** One step up, with the seller's grounds. */
public record Escalation(
        Stage fromStage,
        Stage toStage,
        String grounds,
        List<String> newEvidenceIds,
        Actor escalatedBy,
        Instant escalatedAt) {

    public Escalation {
        newEvidenceIds = List.copyOf(newEvidenceIds);
    }
}
