package io.appeals.projections.status;

import io.appeals.schema.event.AppealEvent;
import io.appeals.schema.event.RecordedEvent;

/** Who may act for the seller. */
final class MandateFold {

    private MandateFold() {}

    static void granted(ViewDraft draft, RecordedEvent recorded, AppealEvent.MandateGranted event) {
        Sequences.requireNone(
                draft.mandates,
                mandate -> mandate.mandateId().equals(event.mandateId()),
                "mandate " + event.mandateId());
        Mandate mandate = new Mandate(
                event.mandateId(),
                event.representativeId(),
                event.representativeType(),
                event.scopes(),
                event.validFrom(),
                event.validTo(),
                event.proof(),
                recorded.occurredAt(),
                null,
                null);
        draft.mandates = Sequences.append(draft.mandates, mandate);
    }

    static void revoked(ViewDraft draft, RecordedEvent recorded, AppealEvent.MandateRevoked event) {
        draft.mandates = Sequences.replaceLast(
                draft.mandates,
                mandate -> mandate.mandateId().equals(event.mandateId()) && !mandate.isRevoked(),
                mandate -> mandate.revoked(recorded.occurredAt(), event.reason()),
                "a mandate " + event.mandateId() + " in force");
    }
}
