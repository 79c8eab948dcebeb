package io.appeals.projections.status;

import io.appeals.schema.appeal.Subject;
import io.appeals.schema.event.AppealEvent;
import io.appeals.schema.event.RecordedEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the case is about: the enforcement and the seller's own word. */
final class CaseFold {

    private CaseFold() {}

    static void enforced(ViewDraft draft, AppealEvent.EnforcementRecorded event) {
        if (draft.version != 1) {
            throw new UnfoldableEventException(
                    "expected an enforcement to be an appeal's first event, but it is number " + draft.version);
        }
        draft.marketplaceId = event.marketplaceId();
        draft.subject = event.subject();
        draft.enforcement = new Enforcement(
                event.restriction(),
                event.decisionGround(),
                event.facts(),
                event.policyReference(),
                event.automatedDetection(),
                event.automatedDecision(),
                event.appliedAt(),
                event.appealUntil());
        draft.enforcedAt = event.appliedAt();
        draft.submitBy = event.appealUntil();
    }

    static void opened(ViewDraft draft, RecordedEvent recorded, AppealEvent.AppealOpened event) {
        if (draft.openedAt != null) {
            throw new UnfoldableEventException(
                    "expected an appeal to be opened once, but it was opened at " + draft.openedAt);
        }
        draft.openedAt = recorded.occurredAt();
        draft.subject = event.subject();
        draft.category = event.category();
        draft.statement = event.statement();
        draft.planOfAction = event.planOfAction();
        draft.desiredRemedies = event.desiredRemedies();
        draft.submitBy = event.submitUntil();
    }

    static void amended(ViewDraft draft, AppealEvent.AppealAmended event) {
        draft.category = given(event.category(), draft.category);
        draft.statement = given(event.statement(), draft.statement);
        draft.planOfAction = given(event.planOfAction(), draft.planOfAction);
        draft.desiredRemedies = replaced(event.desiredRemedies(), draft.desiredRemedies);
        draft.subject = amended(draft.subject, event);
        event.remove().forEach(field -> clear(draft, field));
    }

    private static Subject amended(Subject subject, AppealEvent.AppealAmended event) {
        return new Subject(
                subject.type(),
                subject.reference(),
                replaced(event.orderIds(), subject.orderIds()),
                replaced(event.transactionIds(), subject.transactionIds()),
                replaced(event.listingIds(), subject.listingIds()),
                given(event.amount(), subject.amount()));
    }

    private static void clear(ViewDraft draft, String field) {
        switch (field) {
            case "planOfAction" -> draft.planOfAction = null;
            case "amount" ->
                draft.subject = new Subject(
                        draft.subject.type(),
                        draft.subject.reference(),
                        draft.subject.orderIds(),
                        draft.subject.transactionIds(),
                        draft.subject.listingIds(),
                        null);
            default ->
                throw new UnfoldableEventException(
                        "expected planOfAction or amount to be cleared, but found '" + field + "'");
        }
    }

    private static <T> @Nullable T given(@Nullable T replacement, @Nullable T otherwise) {
        return replacement == null ? otherwise : replacement;
    }

    private static <T> List<T> replaced(@Nullable List<T> replacement, List<T> otherwise) {
        return replacement == null ? otherwise : replacement;
    }

    static void submitted(ViewDraft draft, RecordedEvent recorded, AppealEvent.AppealSubmitted event) {
        draft.category = event.category();
        draft.submission = new Submission(
                event.catalogueVersion(), event.truthDeclaration(), recorded.actor(), recorded.occurredAt());
        if (draft.submittedAt == null) {
            draft.submittedAt = recorded.occurredAt();
        }
        draft.submitBy = null;
    }
}
