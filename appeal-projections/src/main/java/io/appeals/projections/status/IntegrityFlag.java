package io.appeals.projections.status;

import io.appeals.schema.appeal.Actor;
import java.time.Instant;
import java.util.List;

/** A doubt about the case's honesty, for instance a document used in two sellers' appeals. For the marketplace only. */
public record IntegrityFlag(String flag, String reason, List<String> evidenceIds, Actor raisedBy, Instant raisedAt) {

    public IntegrityFlag {
        evidenceIds = List.copyOf(evidenceIds);
    }
}
