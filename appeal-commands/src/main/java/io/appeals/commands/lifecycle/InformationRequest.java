package io.appeals.commands.lifecycle;

import io.appeals.schema.appeal.InformationSource;
import java.time.Instant;

/** A question that the review waits for. */
public record InformationRequest(String requestId, InformationSource from, Instant dueAt) {

    public InformationRequest dueAt(Instant later) {
        return new InformationRequest(requestId, from, later);
    }
}
