package io.appeals.projections.status;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.Assessment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document in the case.
 *
 * @param sha256 lower-case hexadecimal
 * @param location where the file is kept, when it is kept elsewhere
 * @param requestId the information request that it answers
 * @param assessmentReason null while PENDING, as are who assessed it and when
 */
public record Evidence(
        String evidenceId,
        String kind,
        String fileName,
        String contentType,
        long sizeBytes,
        String sha256,
        @Nullable String location,
        @Nullable String requestId,
        @Nullable String description,
        Actor attachedBy,
        Instant attachedAt,
        Assessment assessment,
        @Nullable String assessmentReason,
        @Nullable String assessedBy,
        @Nullable Instant assessedAt) {

    Evidence assessed(Assessment newAssessment, String reason, String by, Instant at) {
        return new Evidence(
                evidenceId,
                kind,
                fileName,
                contentType,
                sizeBytes,
                sha256,
                location,
                requestId,
                description,
                attachedBy,
                attachedAt,
                newAssessment,
                reason,
                by,
                at);
    }
}
