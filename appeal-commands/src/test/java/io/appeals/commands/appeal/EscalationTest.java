package io.appeals.commands.appeal;

import static io.appeals.commands.appeal.Given.anAppealDecided;
import static io.appeals.commands.appeal.Given.anAppealDecidedBy;
import static io.appeals.commands.appeal.Given.anAppealDecidedByThePanel;
import static io.appeals.commands.appeal.Given.decided;
import static io.appeals.commands.appeal.Given.escalatedTo;
import static io.appeals.commands.appeal.Given.later;
import static io.appeals.commands.appeal.Given.reviewStartedBy;
import static io.appeals.commands.appeal.People.OTHER_REVIEWER;
import static io.appeals.commands.appeal.People.REVIEWER;
import static io.appeals.commands.appeal.People.SELLER;
import static io.appeals.commands.appeal.People.SUPERVISOR;
import static io.appeals.commands.appeal.Scenario.a;
import static io.appeals.commands.appeal.Scenario.given;
import static io.appeals.commands.appeal.Scenario.the;
import static io.appeals.schema.appeal.Outcome.OVERTURNED;
import static io.appeals.schema.appeal.Outcome.PARTIALLY_OVERTURNED;
import static io.appeals.schema.appeal.Outcome.SETTLED;
import static io.appeals.schema.appeal.Outcome.UPHELD;
import static io.appeals.schema.appeal.Stage.PANEL_REVIEW;
import static io.appeals.schema.appeal.Stage.SUPERVISOR_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Automation;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.command.AppealCommand.DecideAppeal;
import io.appeals.schema.command.AppealCommand.EscalateAppeal;
import io.appeals.schema.command.AppealCommand.ReferExternally;
import io.appeals.schema.command.AppealCommand.RejectAsInadmissible;
import io.appeals.schema.event.AppealEvent.AppealEscalated;
import io.appeals.schema.event.AppealEvent.AppealRejected;
import io.appeals.schema.event.AppealEvent.ReferredExternally;
import io.appeals.schema.result.RejectionType;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EscalationTest {

    @Test
    void whoeverDecidedBeforeMayNotDecideTheEscalation() {
        Actor promoted = Actor.of(ActorType.SUPERVISOR, REVIEWER.id());
        Given escalated =
                Given.all(anAppealDecidedBy(REVIEWER), escalatedTo(SUPERVISOR_REVIEW), reviewStartedBy(promoted));
        var rejection = given(escalated).when(a(DecideAppeal.class, promoted)).thenRejected("same-decider");
        assertThat(rejection.allowedActions()).doesNotContain("DecideAppeal");
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
}
