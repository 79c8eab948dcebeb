package io.appeals.commands.appeal;

import static io.appeals.commands.appeal.Given.anAppealDecidedBy;
import static io.appeals.commands.appeal.Given.anAppealUnderReview;
import static io.appeals.commands.appeal.Given.escalatedTo;
import static io.appeals.commands.appeal.Given.later;
import static io.appeals.commands.appeal.Given.reviewStartedBy;
import static io.appeals.commands.appeal.Given.then;
import static io.appeals.commands.appeal.People.OTHER_REVIEWER;
import static io.appeals.commands.appeal.People.OTHER_SUPERVISOR;
import static io.appeals.commands.appeal.People.REVIEWER;
import static io.appeals.commands.appeal.People.SELLER;
import static io.appeals.commands.appeal.People.SUPERVISOR;
import static io.appeals.commands.appeal.People.SYSTEM;
import static io.appeals.commands.appeal.Scenario.a;
import static io.appeals.commands.appeal.Scenario.given;
import static io.appeals.commands.appeal.Scenario.the;
import static io.appeals.schema.appeal.Outcome.OVERTURNED;
import static io.appeals.schema.appeal.Outcome.UPHELD;
import static io.appeals.schema.appeal.Remedy.FUNDS_RELEASED;
import static io.appeals.schema.appeal.Remedy.LISTING_REINSTATED;
import static io.appeals.schema.appeal.Stage.SUPERVISOR_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Automation;
import io.appeals.schema.appeal.ClosureReason;
import io.appeals.schema.appeal.ConsideredEvidence;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.command.AppealCommand.AcceptDecision;
import io.appeals.schema.command.AppealCommand.CloseAppeal;
import io.appeals.schema.command.AppealCommand.DecideAppeal;
import io.appeals.schema.event.AppealEvent.AppealClosed;
import io.appeals.schema.event.AppealEvent.AppealDecided;
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

    private static DecideAppeal decision(Outcome outcome, @Nullable String humanReviewerId, Automation automation) {
        return new DecideAppeal(
                outcome, "For these reasons.", List.of(), List.of(), List.of(), humanReviewerId, automation, List.of());
    }
}
