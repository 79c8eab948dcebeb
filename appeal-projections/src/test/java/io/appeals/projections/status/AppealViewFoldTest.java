package io.appeals.projections.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appeals.projections.history.AppealHistory;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Assessment;
import io.appeals.schema.appeal.ClosureReason;
import io.appeals.schema.appeal.InformationSource;
import io.appeals.schema.appeal.MessageVisibility;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.Priority;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.event.RecordedEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AppealViewFoldTest {

    private final AppealHistory history = AppealHistory.of("seller-1", "L-1");

    @Test
    void anEnforcementIsAppealableUntilItsWindowEnds() {
        AppealView view = viewOf(history.enforced());

        assertThat(view.status()).isEqualTo(AppealStatus.APPEALABLE);
        assertThat(view.enforcement()).extracting(Enforcement::restriction).isEqualTo("LISTING_REMOVED");
        assertThat(view.marketplaceId()).isEqualTo("market-eu");
        assertThat(view.deadlines().submitBy()).isEqualTo(AppealHistory.BEGINNING.plus(Duration.ofDays(30)));
        assertThat(view.milestones().openedAt()).isNull();
        assertThat(view.statement()).isNull();
    }

    @Test
    void aDraftCarriesTheSellersOwnWordAndAmendmentsReplaceOnlyWhatTheyGive() {
        AppealView view = viewOf(history.enforced().opened().statementAmended("Every unit has an invoice"));

        assertThat(view.statement()).isEqualTo("Every unit has an invoice");
        assertThat(view.category()).isEqualTo("PRODUCT_AUTHENTICITY");
        assertThat(view.desiredRemedies()).containsExactly(Remedy.LISTING_REINSTATED);
        assertThat(view.subject().amount()).isNotNull();
    }

    @Test
    void anAmendmentClearsWhatItNames() {
        AppealView view = viewOf(history.opened().amountCleared());

        assertThat(view.subject().amount()).isNull();
        assertThat(view.subject().listingIds()).containsExactly("L-1");
    }

    @Test
    void submittingEndsTheFilingDeadlineAndTheFirstSubmissionStaysTheMilestone() {
        history.opened().submitted();
        var firstSubmission = history.last().occurredAt();
        AppealView view =
                viewOf(history.withdrawn().reopenedTo(AppealStatus.DRAFT).submitted());

        assertThat(view.milestones().submittedAt()).isEqualTo(firstSubmission);
        assertThat(view.submission())
                .extracting(Submission::submittedAt)
                .isEqualTo(history.last().occurredAt());
        assertThat(view.deadlines()).isEqualTo(Deadlines.NONE);
    }

    @Test
    void evidenceComesGoesAndIsAssessed() {
        AppealView view = viewOf(history.opened()
                .evidenceAttached("e-1")
                .evidenceAttached("e-2")
                .evidenceRemoved("e-1")
                .submitted()
                .reviewStartedBy("rita")
                .evidenceAssessed("e-2", "rita", Assessment.REJECTED));

        assertThat(view.evidence()).singleElement().satisfies(evidence -> {
            assertThat(evidence.evidenceId()).isEqualTo("e-2");
            assertThat(evidence.assessment()).isEqualTo(Assessment.REJECTED);
            assertThat(evidence.assessedBy()).isEqualTo("rita");
            assertThat(evidence.assessmentReason()).isNotBlank();
        });
    }

    @Test
    void anInformationRequestBindsTheSellerUntilItIsAnsweredAndItsDeadlineCanMove() {
        history.opened().submitted().reviewStartedBy("rita").informationRequested("r-1", InformationSource.SELLER);
        var firstDue = viewOf(history).deadlines().respondBy();
        AppealView extended = viewOf(history.deadlineExtended("r-1"));

        assertThat(extended.deadlines().respondBy()).isAfter(firstDue);
        assertThat(extended.openInformationRequest()).get().satisfies(request -> {
            assertThat(request.extensions()).isOne();
            assertThat(request.dueAt()).isEqualTo(extended.deadlines().respondBy());
        });

        AppealView answered = viewOf(history.informationProvided("r-1", InformationSource.SELLER));
        assertThat(answered.status()).isEqualTo(AppealStatus.UNDER_REVIEW);
        assertThat(answered.deadlines().respondBy()).isNull();
        assertThat(answered.openInformationRequest()).isEmpty();
        assertThat(answered.informationRequests().getFirst().answer()).isEqualTo("here it is");
    }

    @Test
    void anAssignmentKeepsQueueAndPriorityThatItDoesNotName() {
        AppealView view = viewOf(history.opened()
                .submitted()
                .assignedTo("rita", "eu", Priority.URGENT)
                .assignedTo("ravi", null, null));

        assertThat(view.assignedTo()).isEqualTo("ravi");
        assertThat(view.queue()).isEqualTo("eu");
        assertThat(view.priority()).isEqualTo(Priority.URGENT);
    }

    @Test
    void anEscalatedAppealFindsItsOwnReviewerAtTheNextStage() {
        AppealView view = viewOf(history.opened()
                .submitted()
                .reviewStartedBy("rita")
                .decidedBy("rita", Outcome.UPHELD)
                .escalated());

        assertThat(view.stage()).isEqualTo(Stage.SUPERVISOR_REVIEW);
        assertThat(view.status()).isEqualTo(AppealStatus.SUBMITTED);
        assertThat(view.assignedTo()).isNull();
        assertThat(view.deadlines().escalateBy()).isNull();
        assertThat(view.escalations())
                .singleElement()
                .satisfies(escalation -> assertThat(escalation.fromStage()).isEqualTo(Stage.FIRST_REVIEW));
        assertThat(view.decisions())
                .singleElement()
                .satisfies(decision -> assertThat(decision.decidedBy()).isEqualTo("rita"));
    }

    @Test
    void aRemedyThatWasOrderedIsImplementedOnce() {
        AppealView view = viewOf(history.opened()
                .submitted()
                .reviewStartedBy("rita")
                .decidedBy("rita", Outcome.OVERTURNED, Remedy.LISTING_REINSTATED, Remedy.FUNDS_RELEASED)
                .accepted()
                .remedyImplemented(Remedy.LISTING_REINSTATED));

        assertThat(view.remedies()).extracting(OrderedRemedy::isImplemented).containsExactly(true, false);
        assertThatThrownBy(() -> viewOf(history.remedyImplemented(Remedy.LISTING_REINSTATED)))
                .isInstanceOf(UnfoldableEventException.class)
                .hasMessageContaining("LISTING_REINSTATED");
    }

    @Test
    void aLaterDecisionReplacesWhatEarlierOnesOrderedButWhatIsDoneStaysDone() {
        AppealView view = viewOf(history.opened()
                .submitted()
                .reviewStartedBy("rita")
                .decidedBy("rita", Outcome.PARTIALLY_OVERTURNED, Remedy.LISTING_REINSTATED, Remedy.FEE_CREDITED)
                .remedyImplemented(Remedy.LISTING_REINSTATED)
                .escalated()
                .reviewStartedBy("sam")
                .decidedBy("sam", Outcome.OVERTURNED, Remedy.LISTING_REINSTATED, Remedy.FUNDS_RELEASED));

        assertThat(view.remedies())
                .extracting(OrderedRemedy::remedy)
                .containsExactly(Remedy.LISTING_REINSTATED, Remedy.FUNDS_RELEASED);
        assertThat(view.remedies()).extracting(OrderedRemedy::isImplemented).containsExactly(true, false);
        assertThat(view.remedies())
                .extracting(OrderedRemedy::orderedAt)
                .containsOnly(history.last().occurredAt());
    }

    @Test
    void aRequestThatWasLeftUnansweredByTheClosingIsNotAskedAnyMore() {
        AppealView view = viewOf(history.opened()
                .submitted()
                .reviewStartedBy("rita")
                .informationRequested("r-1", InformationSource.SELLER)
                .lapsed()
                .reopenedTo(AppealStatus.UNDER_REVIEW));

        assertThat(view.openInformationRequest()).isEmpty();
        assertThat(view.assignedTo()).isNull();
        assertThat(view.informationRequests())
                .singleElement()
                .satisfies(request -> assertThat(request.isAnswered()).isFalse());
    }

    @Test
    void anExternalBodysOutcomeClosesTheAppealAndIsTheLatestOutcome() {
        AppealView view = viewOf(history.opened()
                .submitted()
                .reviewStartedBy("rita")
                .decidedBy("rita", Outcome.UPHELD)
                .escalated()
                .reviewStartedBy("sam")
                .decidedBy("sam", Outcome.UPHELD)
                .escalated()
                .reviewStartedBy("pia")
                .decidedBy("pia", Outcome.UPHELD)
                .referredExternally()
                .externallyDecided(Outcome.SETTLED, Remedy.FUNDS_RELEASED));

        assertThat(view.closureReason()).isEqualTo(ClosureReason.EXTERNAL_OUTCOME);
        assertThat(view.latestOutcome()).isEqualTo(Outcome.SETTLED);
        assertThat(view.externalReferral())
                .extracting(ExternalReferral::reference)
                .isEqualTo("SB-17");
        assertThat(view.remedies()).extracting(OrderedRemedy::remedy).containsExactly(Remedy.FUNDS_RELEASED);
        assertThat(view.milestones().closedAt()).isEqualTo(history.last().occurredAt());
    }

    @Test
    void aWithdrawnAppealMayBeReopenedAndThenIsNoLongerClosed() {
        AppealView withdrawn = viewOf(history.opened().withdrawn());
        assertThat(withdrawn.closureReason()).isEqualTo(ClosureReason.WITHDRAWN);
        assertThat(withdrawn.deadlines().reopenBy()).isNotNull();
        assertThat(withdrawn.deadlines().submitBy()).isNull();

        AppealView reopened = viewOf(history.reopenedTo(AppealStatus.DRAFT));
        assertThat(reopened.closureReason()).isNull();
        assertThat(reopened.closure()).isNull();
        assertThat(reopened.milestones().closedAt()).isNull();
        assertThat(reopened.deadlines().reopenBy()).isNull();
        assertThat(reopened.deadlines().submitBy()).isAfter(history.last().occurredAt());
    }

    @Test
    void aMandateIsInForceFromItsBeginningUntilItsEndUnlessRevoked() {
        AppealView granted = viewOf(history.opened().mandateGranted("m-1", "lawyer-1"));
        Mandate mandate = granted.mandates().getFirst();
        assertThat(mandate.isInForceAt(mandate.validFrom())).isTrue();
        assertThat(mandate.isInForceAt(mandate.validFrom().minusMillis(1))).isFalse();
        assertThat(mandate.isInForceAt(mandate.validTo())).isFalse();

        Mandate revoked = viewOf(history.mandateRevoked("m-1")).mandates().getFirst();
        assertThat(revoked.isInForceAt(mandate.validFrom())).isFalse();
    }

    @Test
    void messagesAndFlagsAreKeptInTheirOrder() {
        AppealView view = viewOf(history.opened()
                .messagePosted("m-1", MessageVisibility.ALL)
                .messagePosted("m-2", MessageVisibility.MARKETPLACE)
                .integrityFlagged("REUSED_DOCUMENT"));

        assertThat(view.messages()).extracting(Message::messageId).containsExactly("m-1", "m-2");
        assertThat(view.integrityFlags()).extracting(IntegrityFlag::flag).containsExactly("REUSED_DOCUMENT");
        assertThat(view.milestones().updatedAt()).isEqualTo(history.last().occurredAt());
    }

    @Test
    void aGapInTheVersionsIsRefused() {
        history.opened().submitted().reviewStartedBy("rita");
        AppealView first = AppealViewFold.fold(null, history.event(1));

        assertThatThrownBy(() -> AppealViewFold.fold(first, history.event(3)))
                .isInstanceOf(UnfoldableEventException.class)
                .hasMessageContaining("expected version 2")
                .hasMessageContaining("found version 3");
        assertThatThrownBy(() -> AppealViewFold.fold(null, history.event(2)))
                .isInstanceOf(UnfoldableEventException.class)
                .hasMessageContaining("expected version 1");
    }

    @Test
    void anEventOfAnotherAppealIsRefused() {
        AppealView view = viewOf(history.opened());
        RecordedEvent stranger =
                AppealHistory.of("seller-2", "L-1").opened().submitted().last();

        assertThatThrownBy(() -> AppealViewFold.fold(view, stranger))
                .isInstanceOf(UnfoldableEventException.class)
                .hasMessageContaining("seller-2");
    }

    @Test
    void anEventThatSpeaksOfWhatIsNotThereIsRefused() {
        assertRefused(AppealHistory.of("s", "1").opened().evidenceAssessed("e-9", "rita", Assessment.ACCEPTED), "e-9");
        assertRefused(AppealHistory.of("s", "2").opened().evidenceRemoved("e-9"), "e-9");
        assertRefused(AppealHistory.of("s", "3").opened().informationProvided("r-9", InformationSource.SELLER), "r-9");
        assertRefused(AppealHistory.of("s", "4").opened().mandateRevoked("m-9"), "m-9");
        assertRefused(AppealHistory.of("s", "5").opened().externallyDecided(Outcome.SETTLED), "external referral");
        assertRefused(AppealHistory.of("s", "6").opened().opened(), "opened once");
        assertRefused(AppealHistory.of("s", "7").opened().enforced(), "first event");
        assertRefused(AppealHistory.of("s", "8").opened().reopenedTo(AppealStatus.DRAFT), "not closed");
        assertRefused(AppealHistory.of("s", "9").submitted(), "begin with");
        assertRefused(AppealHistory.of("s", "10").opened().evidenceAttached("e").evidenceAttached("e"), "evidence e");
    }

    @Test
    void aDegradedViewFoldsNothingMore() {
        AppealView degraded = viewOf(history.opened()).degraded(2);

        assertThat(degraded.version()).isEqualTo(1);
        assertThatThrownBy(
                        () -> AppealViewFold.fold(degraded, history.submitted().last()))
                .isInstanceOf(UnfoldableEventException.class)
                .hasMessageContaining("degraded since version 2");
    }

    private static void assertRefused(AppealHistory impossible, String why) {
        assertThatThrownBy(() -> viewOf(impossible))
                .isInstanceOf(UnfoldableEventException.class)
                .hasMessageContaining(why);
    }

    private static AppealView viewOf(AppealHistory history) {
        AppealView view = AppealViewFold.fold(null, history.event(1));
        for (RecordedEvent event : history.events().subList(1, history.events().size())) {
            view = AppealViewFold.fold(view, event);
        }
        return view;
    }
}
