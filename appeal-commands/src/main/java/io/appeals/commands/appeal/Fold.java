package io.appeals.commands.appeal;

import io.appeals.commands.lifecycle.InformationRequest;
import io.appeals.commands.lifecycle.Mandate;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.appeal.Assessment;
import io.appeals.schema.event.AppealEvent.AppealAmended;
import io.appeals.schema.event.AppealEvent.AppealClosed;
import io.appeals.schema.event.AppealEvent.AppealDecided;
import io.appeals.schema.event.AppealEvent.AppealEscalated;
import io.appeals.schema.event.AppealEvent.AppealLapsed;
import io.appeals.schema.event.AppealEvent.AppealOpened;
import io.appeals.schema.event.AppealEvent.AppealRecategorized;
import io.appeals.schema.event.AppealEvent.AppealRejected;
import io.appeals.schema.event.AppealEvent.AppealReopened;
import io.appeals.schema.event.AppealEvent.AppealSubmitted;
import io.appeals.schema.event.AppealEvent.AppealWithdrawn;
import io.appeals.schema.event.AppealEvent.DeadlineExtended;
import io.appeals.schema.event.AppealEvent.EnforcementRecorded;
import io.appeals.schema.event.AppealEvent.EvidenceAssessed;
import io.appeals.schema.event.AppealEvent.EvidenceAttached;
import io.appeals.schema.event.AppealEvent.EvidenceRemoved;
import io.appeals.schema.event.AppealEvent.ExternalOutcomeRecorded;
import io.appeals.schema.event.AppealEvent.InformationProvided;
import io.appeals.schema.event.AppealEvent.InformationRequested;
import io.appeals.schema.event.AppealEvent.IntegrityFlagged;
import io.appeals.schema.event.AppealEvent.MandateGranted;
import io.appeals.schema.event.AppealEvent.MandateRevoked;
import io.appeals.schema.event.AppealEvent.MessagePosted;
import io.appeals.schema.event.AppealEvent.ReferredExternally;
import io.appeals.schema.event.AppealEvent.RemedyImplemented;
import io.appeals.schema.event.AppealEvent.ReviewStarted;
import io.appeals.schema.event.AppealEvent.ReviewerAssigned;
import io.appeals.schema.event.RecordedEvent;
import java.util.List;

/** How each event changes what is known of an appeal. */
final class Fold {

    private Fold() {}

    /** @throws IllegalArgumentException when the event is not the next one of this appeal */
    static AppealState evolve(AppealState state, RecordedEvent recorded) {
        if (recorded.version() != state.version() + 1) {
            throw new IllegalArgumentException("appeal " + recorded.appealId() + " is at version " + state.version()
                    + ", so version " + recorded.version() + " is not its next event");
        }
        AppealState changed = changed(state, recorded);
        return new AppealState(
                recorded.version(),
                recorded.occurredAt(),
                recorded.status(),
                recorded.stage(),
                recorded.closureReason(),
                recorded.sellerId(),
                changed.windows(),
                changed.matter(),
                changed.evidence(),
                changed.review(),
                changed.remedies(),
                changed.mandates(),
                changed.recentMessageIds());
    }

    private static AppealState changed(AppealState state, RecordedEvent recorded) {
        return switch (recorded.event()) {
            case EnforcementRecorded e ->
                state.with(Matter.of(e)).with(state.windows().endingAt(e.appealUntil()));
            case AppealOpened e ->
                state.with(Matter.opened(e, state.matter()))
                        .with(state.windows().endingAt(e.submitUntil()));
            case AppealAmended e -> state.with(known(state).amended(e));
            case EvidenceAttached e ->
                state.withEvidence(Grown.appended(
                        state.evidence(), new Evidence(e.evidenceId(), e.kind(), e.sizeBytes(), Assessment.PENDING)));
            case EvidenceRemoved e -> state.withEvidence(without(state.evidence(), e.evidenceId()));
            case AppealSubmitted _ ->
                state.with(known(state).submitted(recorded.occurredAt()))
                        .with(state.windows().endingAt(null));
            case ReviewerAssigned e -> state.with(state.review().assignedTo(e.reviewerId()));
            case ReviewStarted e -> state.with(state.review().assignedTo(e.reviewerId()));
            case AppealRejected _, AppealClosed _ -> ended(state);
            case AppealRecategorized e -> state.with(known(state).recategorized(e.toCategory()));
            case EvidenceAssessed e -> state.withEvidence(assessed(state.evidence(), e));
            case InformationRequested e ->
                state.with(state.review().asking(new InformationRequest(e.requestId(), e.from(), e.dueAt())));
            case InformationProvided _ -> state.with(state.review().askingNothing());
            case DeadlineExtended e -> state.with(state.review().dueAt(e.dueAt()));
            case MessagePosted e -> state.withMessages(Grown.latest(state.recentMessageIds(), e.messageId()));
            case AppealDecided e ->
                state.with(state.review().decided(e))
                        .with(state.remedies().ordering(e.remedies()))
                        .with(state.windows().endingAt(e.escalateUntil()));
            case AppealEscalated _ ->
                state.with(state.review().assignedTo(null)).with(state.windows().endingAt(null));
            case ReferredExternally _ -> ended(state);
            case ExternalOutcomeRecorded e ->
                ended(state)
                        .with(state.review().decidedExternally(e.outcome()))
                        .with(state.remedies().ordering(e.remedies()));
            case RemedyImplemented e -> state.with(state.remedies().implementing(e.remedy()));
            case AppealWithdrawn e -> ended(state).with(state.windows().reopenableUntil(e.reopenUntil()));
            case AppealLapsed e -> ended(state).with(state.windows().reopenableUntil(e.reopenUntil()));
            case AppealReopened e -> reopened(state, e, recorded.actor().type());
            case MandateGranted e -> state.withMandates(Grown.appended(state.mandates(), mandate(e)));
            case MandateRevoked e -> state.withMandates(revoked(state.mandates(), e.mandateId()));
            case IntegrityFlagged _ -> state;
        };
    }

    private static Matter known(AppealState state) {
        Matter matter = state.matter();
        if (matter == null) {
            throw new IllegalArgumentException("an appeal begins with EnforcementRecorded or AppealOpened");
        }
        return matter;
    }

    /** Nobody waits for an answer and no window runs. */
    private static AppealState ended(AppealState state) {
        return state.with(state.review().askingNothing()).with(state.windows().endingAt(null));
    }

    /** Only a supervisor's reopening lets the seller's own window for reopening start anew. */
    private static AppealState reopened(AppealState state, AppealReopened event, ActorType by) {
        Windows windows = state.windows().endingAt(event.submitUntil());
        return state.with(state.review().assignedTo(null))
                .with(by == ActorType.SUPERVISOR ? windows.withFreshReopening() : windows);
    }

    private static List<Evidence> without(List<Evidence> evidence, String evidenceId) {
        return evidence.stream()
                .filter(piece -> !piece.evidenceId().equals(evidenceId))
                .toList();
    }

    private static List<Evidence> assessed(List<Evidence> evidence, EvidenceAssessed event) {
        return evidence.stream()
                .map(piece ->
                        piece.evidenceId().equals(event.evidenceId()) ? piece.assessed(event.assessment()) : piece)
                .toList();
    }

    private static Mandate mandate(MandateGranted event) {
        return new Mandate(
                event.mandateId(), event.representativeId(), event.scopes(), event.validFrom(), event.validTo(), false);
    }

    private static List<Mandate> revoked(List<Mandate> mandates, String mandateId) {
        return mandates.stream()
                .map(mandate -> mandate.mandateId().equals(mandateId) ? mandate.revokedNow() : mandate)
                .toList();
    }
}
