package io.appeals.projections.status;

import io.appeals.schema.event.AppealEvent;
import io.appeals.schema.event.RecordedEvent;
import java.util.List;
import java.util.function.Predicate;

/** The review at work: who reviews, what is asked and answered, what is said. */
final class ReviewFold {

    private ReviewFold() {}

    static void assigned(ViewDraft draft, AppealEvent.ReviewerAssigned event) {
        draft.assignedTo = event.reviewerId();
        if (event.queue() != null) {
            draft.queue = event.queue();
        }
        if (event.priority() != null) {
            draft.priority = event.priority();
        }
    }

    static void started(ViewDraft draft, RecordedEvent recorded, AppealEvent.ReviewStarted event) {
        draft.assignedTo = event.reviewerId();
        if (draft.reviewStartedAt == null) {
            draft.reviewStartedAt = recorded.occurredAt();
        }
    }

    static void informationRequested(ViewDraft draft, RecordedEvent recorded, AppealEvent.InformationRequested event) {
        InformationRequest request = new InformationRequest(
                event.requestId(),
                event.from(),
                event.items(),
                event.message(),
                recorded.actor(),
                recorded.occurredAt(),
                event.dueAt(),
                0,
                null,
                List.of(),
                null,
                null);
        draft.informationRequests = Sequences.append(draft.informationRequests, request);
        draft.respondBy = event.dueAt();
    }

    static void informationProvided(ViewDraft draft, RecordedEvent recorded, AppealEvent.InformationProvided event) {
        draft.informationRequests = Sequences.replaceLast(
                draft.informationRequests,
                open(event.requestId()),
                request -> request.answered(event.note(), event.evidenceIds(), recorded.actor(), recorded.occurredAt()),
                openNamed(event.requestId()));
        draft.respondBy = null;
    }

    static void deadlineExtended(ViewDraft draft, AppealEvent.DeadlineExtended event) {
        draft.informationRequests = Sequences.replaceLast(
                draft.informationRequests,
                open(event.requestId()),
                request -> request.dueLater(event.dueAt()),
                openNamed(event.requestId()));
        draft.respondBy = event.dueAt();
    }

    private static Predicate<InformationRequest> open(String requestId) {
        return request -> !request.isAnswered() && request.requestId().equals(requestId);
    }

    private static String openNamed(String requestId) {
        return "an open information request " + requestId;
    }

    static void messagePosted(ViewDraft draft, RecordedEvent recorded, AppealEvent.MessagePosted event) {
        draft.messages = Sequences.append(draft.messages, Message.of(recorded, event));
    }

    static void integrityFlagged(ViewDraft draft, RecordedEvent recorded, AppealEvent.IntegrityFlagged event) {
        draft.integrityFlags = Sequences.append(
                draft.integrityFlags,
                new IntegrityFlag(
                        event.flag(), event.reason(), event.evidenceIds(), recorded.actor(), recorded.occurredAt()));
    }
}
