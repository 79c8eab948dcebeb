package io.appeals.projections.status;

import io.appeals.schema.appeal.MessageVisibility;
import io.appeals.schema.event.AppealEvent;
import io.appeals.schema.event.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Folds an appeal's events into its view, one by one. Status, stage and closure reason are taken from the event as the
 * owner decided them; the fold never decides again, but refuses what cannot follow from what it has seen.
 */
public final class AppealViewFold {

    private AppealViewFold() {}

    /**
     * The view after one more event.
     *
     * @param before null for the first event
     * @throws UnfoldableEventException if the event cannot follow
     */
    public static AppealView fold(@Nullable AppealView before, RecordedEvent event) {
        requireFollows(before, event);
        ViewDraft draft = before == null ? ViewDraft.begin(event) : ViewDraft.of(before);
        draft.stamp(event);
        apply(draft, event);
        if (draft.submittedAt != null && draft.firstResponseAt == null && isResponse(event)) {
            draft.firstResponseAt = event.occurredAt();
        }
        return draft.view(null);
    }

    private static void requireFollows(@Nullable AppealView before, RecordedEvent event) {
        long expected = before == null ? 1 : before.version() + 1;
        if (event.version() != expected) {
            throw new UnfoldableEventException(
                    "expected version " + expected + " of the appeal, but found version " + event.version());
        }
        if (before == null) {
            return;
        }
        if (before.degradedSince() != null) {
            throw new UnfoldableEventException("the appeal is degraded since version " + before.degradedSince());
        }
        if (!event.appealId().equals(before.appealId()) || !event.sellerId().equals(before.sellerId())) {
            throw new UnfoldableEventException(
                    "expected an event of appeal " + before.appealId() + " of seller " + before.sellerId()
                            + ", but found one of appeal " + event.appealId() + " of seller " + event.sellerId());
        }
    }

    /** Whether it tells the seller something on the marketplace's behalf. */
    private static boolean isResponse(RecordedEvent event) {
        return switch (event.event()) {
            case AppealEvent.InformationRequested _, AppealEvent.AppealDecided _, AppealEvent.AppealRejected _ -> true;
            case AppealEvent.MessagePosted posted ->
                posted.visibility() == MessageVisibility.ALL
                        && switch (event.actor().type()) {
                            case REVIEWER, SUPERVISOR, PLATFORM -> true;
                            case SELLER, REPRESENTATIVE, SYSTEM -> false;
                        };
            default -> false;
        };
    }

    private static void apply(ViewDraft draft, RecordedEvent event) {
        switch (event.event()) {
            case AppealEvent.EnforcementRecorded enforced -> CaseFold.enforced(draft, enforced);
            case AppealEvent.AppealOpened opened -> CaseFold.opened(draft, event, opened);
            case AppealEvent.AppealAmended amended -> CaseFold.amended(draft, amended);
            case AppealEvent.AppealSubmitted submitted -> CaseFold.submitted(draft, event, submitted);
            case AppealEvent.AppealRecategorized recategorized -> draft.category = recategorized.toCategory();
            case AppealEvent.EvidenceAttached attached -> EvidenceFold.attached(draft, event, attached);
            case AppealEvent.EvidenceRemoved removed -> EvidenceFold.removed(draft, removed);
            case AppealEvent.EvidenceAssessed assessed -> EvidenceFold.assessed(draft, event, assessed);
            case AppealEvent.ReviewerAssigned assigned -> ReviewFold.assigned(draft, assigned);
            case AppealEvent.ReviewStarted started -> ReviewFold.started(draft, event, started);
            case AppealEvent.InformationRequested requested -> ReviewFold.informationRequested(draft, event, requested);
            case AppealEvent.InformationProvided provided -> ReviewFold.informationProvided(draft, event, provided);
            case AppealEvent.DeadlineExtended extended -> ReviewFold.deadlineExtended(draft, extended);
            case AppealEvent.MessagePosted posted -> ReviewFold.messagePosted(draft, event, posted);
            case AppealEvent.IntegrityFlagged flagged -> ReviewFold.integrityFlagged(draft, event, flagged);
            case AppealEvent.AppealDecided decided -> DecisionFold.decided(draft, event, decided);
            case AppealEvent.AppealEscalated escalated -> DecisionFold.escalated(draft, event, escalated);
            case AppealEvent.ReferredExternally referred -> DecisionFold.referred(draft, event, referred);
            case AppealEvent.ExternalOutcomeRecorded outcome -> DecisionFold.externallyDecided(draft, event, outcome);
            case AppealEvent.RemedyImplemented implemented -> DecisionFold.remedied(draft, event, implemented);
            case AppealEvent.AppealRejected rejected -> ClosureFold.closed(draft, event, rejected.reason());
            case AppealEvent.AppealClosed closed -> ClosureFold.closed(draft, event, closed.note());
            case AppealEvent.AppealWithdrawn withdrawn ->
                ClosureFold.closedForNow(draft, event, withdrawn.reason(), withdrawn.reopenUntil());
            case AppealEvent.AppealLapsed lapsed ->
                ClosureFold.closedForNow(draft, event, lapsed.reason(), lapsed.reopenUntil());
            case AppealEvent.AppealReopened reopened -> ClosureFold.reopened(draft, reopened.submitUntil());
            case AppealEvent.MandateGranted granted -> MandateFold.granted(draft, event, granted);
            case AppealEvent.MandateRevoked revoked -> MandateFold.revoked(draft, event, revoked);
        }
    }
}
