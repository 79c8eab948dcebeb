package io.appeals.projections.status;

import io.appeals.schema.appeal.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The case before a body outside the marketplace.
 *
 * @param reference the body's own case number
 * @param outcome null until the body has decided, as are its reasons and when
 */
public record ExternalReferral(
        String body,
        @Nullable String reference,
        @Nullable String reason,
        Instant referredAt,
        @Nullable Outcome outcome,
        @Nullable String reasons,
        @Nullable Instant outcomeAt) {

    ExternalReferral decided(Outcome newOutcome, String withReasons, @Nullable String newReference, Instant at) {
        return new ExternalReferral(
                body, newReference == null ? reference : newReference, reason, referredAt, newOutcome, withReasons, at);
    }
}
