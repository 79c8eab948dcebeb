package io.appeals.commands.appeal;

import static io.appeals.commands.appeal.Given.anAppealDecided;
import static io.appeals.commands.appeal.Given.anAppealDecidedBy;
import static io.appeals.commands.appeal.Given.anAppealDecidedByThePanel;
import static io.appeals.commands.appeal.Given.anAppealInExternalReview;
import static io.appeals.commands.appeal.Given.anAppealUnderReview;
import static io.appeals.commands.appeal.Given.decided;
import static io.appeals.commands.appeal.Given.escalatedTo;
import static io.appeals.commands.appeal.Given.later;
import static io.appeals.commands.appeal.Given.reviewStartedBy;
import static io.appeals.commands.appeal.Given.then;
import static io.appeals.commands.appeal.People.OTHER_REVIEWER;
import static io.appeals.commands.appeal.People.OTHER_SUPERVISOR;
import static io.appeals.commands.appeal.People.PLATFORM;
import static io.appeals.commands.appeal.People.REVIEWER;
import static io.appeals.commands.appeal.People.SELLER;
import static io.appeals.commands.appeal.People.SUPERVISOR;
import static io.appeals.commands.appeal.People.SYSTEM;
import static io.appeals.commands.appeal.Scenario.a;
import static io.appeals.commands.appeal.Scenario.given;
import static io.appeals.commands.appeal.Scenario.the;
import static io.appeals.schema.appeal.Outcome.OVERTURNED;
import static io.appeals.schema.appeal.Outcome.PARTIALLY_OVERTURNED;
import static io.appeals.schema.appeal.Outcome.SETTLED;
import static io.appeals.schema.appeal.Outcome.UPHELD;
import static io.appeals.schema.appeal.Remedy.FUNDS_RELEASED;
import static io.appeals.schema.appeal.Remedy.LISTING_REINSTATED;
import static io.appeals.schema.appeal.Stage.PANEL_REVIEW;
import static io.appeals.schema.appeal.Stage.SUPERVISOR_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Automation;
import io.appeals.schema.appeal.ClosureReason;
import io.appeals.schema.appeal.ConsideredEvidence;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.command.AppealCommand.AcceptDecision;
import io.appeals.schema.command.AppealCommand.CloseAppeal;
import io.appeals.schema.command.AppealCommand.ConfirmRemedy;
import io.appeals.schema.command.AppealCommand.DecideAppeal;
import io.appeals.schema.command.AppealCommand.EscalateAppeal;
import io.appeals.schema.command.AppealCommand.RecordExternalOutcome;
import io.appeals.schema.command.AppealCommand.ReferExternally;
import io.appeals.schema.command.AppealCommand.RejectAsInadmissible;
import io.appeals.schema.event.AppealEvent.AppealClosed;
import io.appeals.schema.event.AppealEvent.AppealDecided;
import io.appeals.schema.event.AppealEvent.AppealEscalated;
import io.appeals.schema.event.AppealEvent.AppealRejected;
import io.appeals.schema.event.AppealEvent.ExternalOutcomeRecorded;
import io.appeals.schema.event.AppealEvent.ReferredExternally;
import io.appeals.schema.event.AppealEvent.RemedyImplemented;
import io.appeals.schema.result.RejectionType;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionTest {

    @Test
    void aDecisionSaysWhoDecidedWhatAtWhichStageAndUntilWhenItCanBeContested() {
        Scenario review = given(anAppealUnderReview());
        review.when(the(WellFormed.decision(OVERTURNED, REVIEWER.id(), LISTING_REINSTATED), REVIEWER))
                .thenHappens(AppealDecided.class, event -> {
                    assertThat(event.stage()).isEqualTo(Stage.FIRST_REVIEW);
                    assertThat(event.decidedBy()).isEqualTo(REVIEWER.id());
                    assertThat(event.escalateUntil()).isEqualTo(review.now().plus(Duration.ofDays(30)));
                })
                .andTheAppealIs(AppealStatus.DECIDED);
    }

    @Test
    void aDecisionAgainstTheSellerNeedsAPersonWhoAnswersForIt() {
        given(anAppealUnderReview())
                .when(the(decision(UPHELD, null, Automation.NONE), REVIEWER))
                .thenRejected("human-reviewer-required");
        given(anAppealUnderReview())
                .when(the(decision(UPHELD, "rita", Automation.FULL), REVIEWER))
                .thenRejected("human-reviewer-required");
        given(anAppealUnderReview())
                .when(the(decision(OVERTURNED, null, Automation.FULL), REVIEWER))
                .thenHappens(AppealDecided.class);
    }

    @Test
    void aDecisionAgainstTheSellerOrdersNoRemedy() {
        given(anAppealUnderReview())
                .when(the(WellFormed.decision(UPHELD, "rita", FUNDS_RELEASED), REVIEWER))
                .thenRejected("remedy-without-ground");
    }

    @Test
    void onlyEvidenceOfTheCaseCanBeWeighed() {
        DecideAppeal decision = new DecideAppeal(
                UPHELD,
                "For these reasons.",
                List.of(),
                List.of(),
                List.of(new ConsideredEvidence("e-9", 50, "It says little.")),
                "rita",
                Automation.NONE,
                List.of());
        given(anAppealUnderReview()).when(the(decision, REVIEWER)).thenRejected("evidence-unknown");
    }

    @Test
    void theFirstReviewIsDecidedByAReviewerAndWhatIsAboveByASupervisor() {
        given(anAppealUnderReview()).when(a(DecideAppeal.class, SUPERVISOR)).thenForbidden("wrong-role");
        Given escalated =
                Given.all(anAppealDecidedBy(REVIEWER), escalatedTo(SUPERVISOR_REVIEW), reviewStartedBy(SUPERVISOR));
        given(escalated).when(a(DecideAppeal.class, OTHER_REVIEWER)).thenForbidden("wrong-role");
        given(escalated)
                .when(a(DecideAppeal.class, SUPERVISOR))
                .thenHappens(AppealDecided.class)
                .at(SUPERVISOR_REVIEW);
    }

    @Test
    void whoeverDecidedBeforeMayNotDecideTheEscalation() {
        Actor promoted = Actor.of(ActorType.SUPERVISOR, REVIEWER.id());
        Given escalated =
                Given.all(anAppealDecidedBy(REVIEWER), escalatedTo(SUPERVISOR_REVIEW), reviewStartedBy(promoted));
        var rejection = given(escalated).when(a(DecideAppeal.class, promoted)).thenRejected("same-decider");
        assertThat(rejection.allowedActions()).doesNotContain("DecideAppeal");
    }

    @Test
    void whoeverAnsweredForADecisionMayNotDecideOrAnswerForALaterOne() {
        Given byMachine = Given.all(
                anAppealUnderReview(),
                then(decision(UPHELD, "sue", Automation.ASSISTED), Actor.of(ActorType.REVIEWER, "classifier")),
                escalatedTo(SUPERVISOR_REVIEW),
                reviewStartedBy(OTHER_SUPERVISOR));
        given(byMachine).when(a(DecideAppeal.class, SUPERVISOR)).thenRejected("same-decider");
        given(byMachine)
                .when(the(decision(UPHELD, "sue", Automation.NONE), OTHER_SUPERVISOR))
                .thenRejected("same-decider");
    }

    @Test
    void whoeverDecidedBeforeMayNotEndTheEscalationAsInadmissible() {
        Given escalated = Given.all(anAppealDecidedBy(REVIEWER), escalatedTo(SUPERVISOR_REVIEW));
        given(escalated).when(a(RejectAsInadmissible.class, REVIEWER)).thenRejected("same-decider");
        given(escalated)
                .when(a(RejectAsInadmissible.class, OTHER_REVIEWER))
                .thenHappens(AppealRejected.class)
                .andTheAppealIs(AppealStatus.CLOSED);
    }

    @Test
    void anEscalationGoesToTheNextStageAndAwaitsAReviewerAgain() {
        var after = given(anAppealDecidedBy(REVIEWER))
                .when(a(EscalateAppeal.class, SELLER))
                .thenHappens(AppealEscalated.class, event -> {
                    assertThat(event.fromStage()).isEqualTo(Stage.FIRST_REVIEW);
                    assertThat(event.toStage()).isEqualTo(SUPERVISOR_REVIEW);
                })
                .andTheAppealIs(AppealStatus.SUBMITTED)
                .at(SUPERVISOR_REVIEW)
                .after()
                .state();
        assertThat(after.review().reviewerId()).isNull();
    }

    @Test
    void aDecisionWhollyForTheSellerCannotBeContested() {
        given(anAppealDecided(OVERTURNED))
                .when(a(EscalateAppeal.class, SELLER))
                .thenRejected("decision-in-sellers-favour");
        given(anAppealDecidedByThePanel(OVERTURNED))
                .when(a(ReferExternally.class, SELLER))
                .thenRejected("decision-in-sellers-favour");
        for (Outcome contestable : List.of(UPHELD, PARTIALLY_OVERTURNED, SETTLED)) {
            given(anAppealDecided(contestable))
                    .when(a(EscalateAppeal.class, SELLER))
                    .thenHappens(AppealEscalated.class);
        }
    }

    @Test
    void anEscalationComesInTime() {
        given(anAppealDecidedBy(REVIEWER), later(Duration.ofDays(30)))
                .when(a(EscalateAppeal.class, SELLER))
                .thenRejected("window-over");
    }

    @Test
    void anEscalationNamesEvidenceOfTheCase() {
        given(anAppealDecidedBy(REVIEWER))
                .when(the(new EscalateAppeal("Look at this.", List.of("e-9")), SELLER))
                .thenRejected("evidence-unknown");
    }

    @Test
    void afterThePanelOnlyAnExternalBodyIsLeft() {
        Given panel = anAppealDecidedByThePanel(UPHELD);
        given(panel).when(a(EscalateAppeal.class, SELLER)).thenRejected(RejectionType.INVALID_TRANSITION);
        given(anAppealDecidedBy(REVIEWER))
                .when(a(ReferExternally.class, SELLER))
                .thenRejected(RejectionType.INVALID_TRANSITION);
        given(panel)
                .when(a(ReferExternally.class, SELLER))
                .thenHappens(ReferredExternally.class)
                .andTheAppealIs(AppealStatus.EXTERNAL_REVIEW)
                .at(Stage.EXTERNAL);
        given(panel, later(Duration.ofDays(30)))
                .when(a(ReferExternally.class, SELLER))
                .thenRejected("window-over");
    }

    @Test
    void anExternalOutcomeClosesTheAppealAndOrdersItsRemedies() {
        var after = given(anAppealInExternalReview())
                .when(the(
                        new RecordExternalOutcome(OVERTURNED, "Heard both.", List.of(FUNDS_RELEASED), "X-1"), PLATFORM))
                .thenHappens(ExternalOutcomeRecorded.class)
                .andTheAppealIs(AppealStatus.CLOSED)
                .after()
                .state();
        assertThat(after.closureReason()).isEqualTo(ClosureReason.EXTERNAL_OUTCOME);
        assertThat(after.outcome()).isEqualTo(OVERTURNED);
        assertThat(after.remediesOrdered()).containsExactly(FUNDS_RELEASED);

        given(anAppealInExternalReview())
                .when(the(new RecordExternalOutcome(UPHELD, "Heard both.", List.of(FUNDS_RELEASED), null), PLATFORM))
                .thenRejected("remedy-without-ground");
    }

    @Test
    void anAcceptedDecisionClosesTheAppeal() {
        var after = given(anAppealDecidedBy(REVIEWER))
                .when(a(AcceptDecision.class, SELLER))
                .thenHappens(AppealClosed.class)
                .andTheAppealIs(AppealStatus.CLOSED)
                .after()
                .state();
        assertThat(after.closureReason()).isEqualTo(ClosureReason.ACCEPTED);
    }

    @Test
    void aDecisionBecomesFinalWhenTheTimeToContestItIsOver() {
        given(anAppealDecidedBy(REVIEWER)).when(a(CloseAppeal.class, SYSTEM)).thenRejected("not-overdue");
        given(anAppealDecidedBy(REVIEWER), later(Duration.ofDays(30)))
                .when(a(CloseAppeal.class, SYSTEM))
                .thenHappens(
                        AppealClosed.class,
                        event -> assertThat(event.closureReason()).isEqualTo(ClosureReason.FINAL_DECISION));
    }

    @Test
    void whatWasOrderedIsConfirmedOnce() {
        Given ordered = anAppealDecided(PARTIALLY_OVERTURNED, LISTING_REINSTATED, FUNDS_RELEASED);
        given(ordered).when(the(confirm(LISTING_REINSTATED), PLATFORM)).thenHappens(RemedyImplemented.class);
        given(ordered).when(the(confirm(Remedy.FEE_CREDITED), PLATFORM)).thenRejected("remedy-not-ordered");
        given(ordered, then(confirm(LISTING_REINSTATED), PLATFORM))
                .when(the(confirm(LISTING_REINSTATED), PLATFORM))
                .thenRejected("remedy-already-implemented");
        given(ordered, then(confirm(LISTING_REINSTATED), PLATFORM), then(confirm(FUNDS_RELEASED), PLATFORM))
                .when(the(confirm(LISTING_REINSTATED), PLATFORM))
                .thenRejected("remedy-already-implemented");
    }

    @Test
    void aRemedyIsStillConfirmedAfterTheClosing() {
        given(anAppealDecided(OVERTURNED, LISTING_REINSTATED), then(new AcceptDecision(null), SELLER))
                .when(the(confirm(LISTING_REINSTATED), PLATFORM))
                .thenHappens(RemedyImplemented.class)
                .andTheAppealIs(AppealStatus.CLOSED);
    }

    @Test
    void aLaterDecisionReplacesWhatAnEarlierOneOrdered() {
        Given replaced = Given.all(
                anAppealDecided(PARTIALLY_OVERTURNED, LISTING_REINSTATED),
                escalatedTo(SUPERVISOR_REVIEW),
                reviewStartedBy(SUPERVISOR),
                decided(OVERTURNED, SUPERVISOR, FUNDS_RELEASED));
        given(replaced).when(the(confirm(LISTING_REINSTATED), PLATFORM)).thenRejected("remedy-not-ordered");
        given(replaced).when(the(confirm(FUNDS_RELEASED), PLATFORM)).thenHappens(RemedyImplemented.class);
    }

    @Test
    void theStagesFollowEachOther() {
        var after = given(
                        anAppealDecidedBy(REVIEWER),
                        escalatedTo(SUPERVISOR_REVIEW),
                        reviewStartedBy(SUPERVISOR),
                        decided(UPHELD, SUPERVISOR))
                .when(a(EscalateAppeal.class, SELLER))
                .thenHappens(AppealEscalated.class)
                .at(PANEL_REVIEW)
                .after()
                .state();
        assertThat(after.review().decisions())
                .extracting(StageDecision::decidedBy)
                .containsExactly(REVIEWER.id(), SUPERVISOR.id());
    }

    private static DecideAppeal decision(Outcome outcome, @Nullable String humanReviewerId, Automation automation) {
        return new DecideAppeal(
                outcome, "For these reasons.", List.of(), List.of(), List.of(), humanReviewerId, automation, List.of());
    }

    private static ConfirmRemedy confirm(Remedy remedy) {
        return new ConfirmRemedy(remedy, null);
    }
}
