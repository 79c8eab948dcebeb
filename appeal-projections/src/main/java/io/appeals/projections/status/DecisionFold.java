package io.appeals.projections.status;

import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.event.AppealEvent;
import io.appeals.schema.event.RecordedEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decisions, what follows from them, and how they are taken further. */
final class DecisionFold {

    private DecisionFold() {}

    static void decided(ViewDraft draft, RecordedEvent recorded, AppealEvent.AppealDecided event) {
        Decision decision = new Decision(
                recorded.eventId(),
                event.stage(),
                event.decidedBy(),
                event.outcome(),
                event.reasons(),
                event.reasonCodes(),
                event.policyReferences(),
                event.evidenceConsidered(),
                event.humanReviewerId(),
                event.automation(),
                event.remedies(),
                recorded.occurredAt(),
                event.escalateUntil());
        draft.decisions = Sequences.append(draft.decisions, decision);
        draft.decidedAt = recorded.occurredAt();
        draft.escalateBy = event.escalateUntil();
        order(draft, event.remedies(), recorded.occurredAt());
    }

    /** What a decision orders replaces what earlier ones ordered; what is done already stays done, and is not owed again. */
    private static void order(ViewDraft draft, List<Remedy> ordered, Instant at) {
        Map<Remedy, OrderedRemedy> remedies = new LinkedHashMap<>();
        draft.remedies.stream().filter(OrderedRemedy::isImplemented).forEach(done -> remedies.put(done.remedy(), done));
        for (Remedy remedy : ordered) {
            OrderedRemedy done = remedies.get(remedy);
            remedies.put(remedy, done == null ? new OrderedRemedy(remedy, at, null, null) : done.orderedAgain(at));
        }
        draft.remedies = List.copyOf(remedies.values());
    }

    static void escalated(ViewDraft draft, RecordedEvent recorded, AppealEvent.AppealEscalated event) {
        Escalation escalation = new Escalation(
                event.fromStage(),
                event.toStage(),
                event.grounds(),
                event.newEvidenceIds(),
                recorded.actor(),
                recorded.occurredAt());
        draft.escalations = Sequences.append(draft.escalations, escalation);
        draft.escalateBy = null;
        // Whoever decided below may not decide above: the next stage finds its own reviewer.
        draft.assignedTo = null;
    }

    static void referred(ViewDraft draft, RecordedEvent recorded, AppealEvent.ReferredExternally event) {
        draft.externalReferral = new ExternalReferral(
                event.body(), event.reference(), event.reason(), recorded.occurredAt(), null, null, null);
        draft.escalateBy = null;
    }

    static void externallyDecided(ViewDraft draft, RecordedEvent recorded, AppealEvent.ExternalOutcomeRecorded event) {
        if (draft.externalReferral == null) {
            throw new UnfoldableEventException(
                    "expected an external outcome to follow an external referral, but there is none");
        }
        draft.externalReferral = draft.externalReferral.decided(
                event.outcome(), event.reasons(), event.reference(), recorded.occurredAt());
        draft.decidedAt = recorded.occurredAt();
        order(draft, event.remedies(), recorded.occurredAt());
        ClosureFold.closed(draft, recorded, event.reasons());
    }

    static void remedied(ViewDraft draft, RecordedEvent recorded, AppealEvent.RemedyImplemented event) {
        draft.remedies = Sequences.replaceLast(
                draft.remedies,
                remedy -> remedy.remedy() == event.remedy() && !remedy.isImplemented(),
                remedy -> remedy.implemented(recorded.occurredAt(), event.reference()),
                "an ordered remedy " + event.remedy() + " that is not implemented yet");
    }
}
