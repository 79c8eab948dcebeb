package io.appeals.projections.status;

import io.appeals.schema.appeal.MandateScope;
import io.appeals.schema.appeal.RepresentativeType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A representative's right to act for the seller.
 *
 * @param revokedAt null while it is not revoked
 */
public record Mandate(
        String mandateId,
        String representativeId,
        RepresentativeType representativeType,
        List<MandateScope> scopes,
        Instant validFrom,
        Instant validTo,
        @Nullable String proof,
        Instant grantedAt,
        @Nullable Instant revokedAt,
        @Nullable String revocationReason) {

    public Mandate {
        scopes = List.copyOf(scopes);
    }

    public boolean isRevoked() {
        return revokedAt != null;
    }

    /** True from {@link #validFrom()} on and before {@link #validTo()}, unless it is revoked. */
    public boolean isInForceAt(Instant moment) {
        return !isRevoked() && !moment.isBefore(validFrom) && moment.isBefore(validTo);
    }

    Mandate revoked(Instant at, @Nullable String reason) {
        return new Mandate(
                mandateId,
                representativeId,
                representativeType,
                scopes,
                validFrom,
                validTo,
                proof,
                grantedAt,
                at,
                reason);
    }
}
