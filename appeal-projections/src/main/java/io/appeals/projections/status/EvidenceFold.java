package io.appeals.projections.status;

import io.appeals.schema.appeal.Assessment;
import io.appeals.schema.event.AppealEvent;
import io.appeals.schema.event.RecordedEvent;
import java.util.function.Predicate;

/** The documents in the case. */
final class EvidenceFold {

    private EvidenceFold() {}

    static void attached(ViewDraft draft, RecordedEvent recorded, AppealEvent.EvidenceAttached event) {
        Sequences.requireNone(draft.evidence, withId(event.evidenceId()), named(event.evidenceId()));
        Evidence evidence = new Evidence(
                event.evidenceId(),
                event.kind(),
                event.fileName(),
                event.contentType(),
                event.sizeBytes(),
                event.sha256(),
                event.location(),
                event.requestId(),
                event.description(),
                recorded.actor(),
                recorded.occurredAt(),
                Assessment.PENDING,
                null,
                null,
                null);
        draft.evidence = Sequences.append(draft.evidence, evidence);
    }

    static void removed(ViewDraft draft, AppealEvent.EvidenceRemoved event) {
        int before = draft.evidence.size();
        draft.evidence = Sequences.remove(draft.evidence, withId(event.evidenceId()));
        if (draft.evidence.size() == before) {
            throw new UnfoldableEventException("expected " + named(event.evidenceId()) + ", but there is none");
        }
    }

    static void assessed(ViewDraft draft, RecordedEvent recorded, AppealEvent.EvidenceAssessed event) {
        draft.evidence = Sequences.replaceLast(
                draft.evidence,
                withId(event.evidenceId()),
                evidence -> evidence.assessed(
                        event.assessment(), event.reason(), recorded.actor().id(), recorded.occurredAt()),
                named(event.evidenceId()));
    }

    private static Predicate<Evidence> withId(String evidenceId) {
        return evidence -> evidence.evidenceId().equals(evidenceId);
    }

    private static String named(String evidenceId) {
        return "evidence " + evidenceId;
    }
}
