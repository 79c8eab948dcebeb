package io.appeals.commands.lifecycle;

import io.appeals.schema.appeal.MandateScope;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** A representative's right to act for the seller, from {@code validFrom} up to but not including {@code validTo}. */
public record Mandate(
        String mandateId,
        String representativeId,
        List<MandateScope> scopes,
        Instant validFrom,
        Instant validTo,
        boolean revoked) {

    public Mandate {
        scopes = List.copyOf(scopes);
    }

    /** True when at least one of the scopes is granted. */
    public boolean grantsAnyOf(Collection<MandateScope> wanted) {
        return !Collections.disjoint(scopes, wanted);
    }

    public Mandate revokedNow() {
        return new Mandate(mandateId, representativeId, scopes, validFrom, validTo, true);
    }
}
