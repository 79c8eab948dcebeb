package io.appeals.projections.status;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.InformationSource;
import io.appeals.schema.appeal.RequestedItem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer asked for, and what came back.
 *
 * @param dueAt the deadline in force, extensions included
 * @param extensions how often the deadline was extended
 * @param answeredAt null while it is not answered, as are the answer's note and who gave it
 */
public record InformationRequest(
        String requestId,
        InformationSource from,
        List<RequestedItem> items,
        String message,
        Actor requestedBy,
        Instant requestedAt,
        Instant dueAt,
        int extensions,
        @Nullable String answer,
        List<String> evidenceIds,
        @Nullable Actor answeredBy,
        @Nullable Instant answeredAt) {

    public InformationRequest {
        items = List.copyOf(items);
        evidenceIds = List.copyOf(evidenceIds);
    }

    public boolean isAnswered() {
        return answeredAt != null;
    }

    InformationRequest dueLater(Instant newDueAt) {
        return new InformationRequest(
                requestId,
                from,
                items,
                message,
                requestedBy,
                requestedAt,
                newDueAt,
                extensions + 1,
                answer,
                evidenceIds,
                answeredBy,
                answeredAt);
    }

    InformationRequest answered(String note, List<String> withEvidenceIds, Actor by, Instant at) {
        return new InformationRequest(
                requestId,
                from,
                items,
                message,
                requestedBy,
                requestedAt,
                dueAt,
                extensions,
                note,
                withEvidenceIds,
                by,
                at);
    }
}
