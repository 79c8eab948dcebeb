package io.appeals.commands.appeal;

import static io.appeals.commands.appeal.Given.aDraft;
import static io.appeals.commands.appeal.Given.aSubmittedAppeal;
import static io.appeals.commands.appeal.Given.anAppealDecidedBy;
import static io.appeals.commands.appeal.Given.anAppealInExternalReview;
import static io.appeals.commands.appeal.Given.anAppealUnderReview;
import static io.appeals.commands.appeal.Given.anEnforcement;
import static io.appeals.commands.appeal.Given.closed;
import static io.appeals.commands.appeal.Given.informationRequested;
import static io.appeals.commands.appeal.Given.later;
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
import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.ClosureReason;
import io.appeals.schema.appeal.InformationSource;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.command.AppealCommand.AcceptDecision;
import io.appeals.schema.command.AppealCommand.AmendAppeal;
import io.appeals.schema.command.AppealCommand.DecideAppeal;
import io.appeals.schema.command.AppealCommand.LapseAppeal;
import io.appeals.schema.command.AppealCommand.RecordExternalOutcome;
import io.appeals.schema.command.AppealCommand.RejectAsInadmissible;
import io.appeals.schema.command.AppealCommand.ReopenAppeal;
import io.appeals.schema.command.AppealCommand.SubmitAppeal;
import io.appeals.schema.command.AppealCommand.WithdrawAppeal;
import io.appeals.schema.event.AppealEvent.AppealDecided;
import io.appeals.schema.event.AppealEvent.AppealLapsed;
import io.appeals.schema.event.AppealEvent.AppealReopened;
import io.appeals.schema.event.AppealEvent.AppealSubmitted;
import io.appeals.schema.event.AppealEvent.AppealWithdrawn;
import io.appeals.schema.result.RejectionType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EndingTest {

    private static final WithdrawAppeal WITHDRAW = new WithdrawAppeal("Settled elsewhere.");
    private static final LapseAppeal LAPSE = new LapseAppeal("Nobody answered in time.");
    private static final ReopenAppeal REOPEN = new ReopenAppeal("New facts came up.");

    @Test
    void aWithdrawnAppealIsClosedAndCanBeReopenedForThirtyDays() {
        Scenario submitted = given(aSubmittedAppeal());
        var after = submitted
                .when(the(WITHDRAW, SELLER))
                .thenHappens(
                        AppealWithdrawn.class,
                        event -> assertThat(event.reopenUntil())
                                .isEqualTo(submitted.now().plus(Duration.ofDays(30))))
                .andTheAppealIs(AppealStatus.CLOSED)
                .after()
                .state();
        assertThat(after.closureReason()).isEqualTo(ClosureReason.WITHDRAWN);
    }

    @Test
    void anAppealLapsesOnlyWhenItIsOverdue() {
        Given asked = Given.all(anAppealUnderReview(), informationRequested("q-1", InformationSource.SELLER));
        given(asked).when(the(LAPSE, SYSTEM)).thenRejected("not-overdue");
        given(asked, later(Duration.ofDays(3)))
                .when(the(LAPSE, SYSTEM))
                .thenHappens(AppealLapsed.class)
                .andTheAppealIs(AppealStatus.CLOSED);
        given(anEnforcement(), later(Duration.ofDays(29)))
                .when(the(LAPSE, SYSTEM))
                .thenRejected("not-overdue");
        given(anEnforcement(), later(Duration.ofDays(30)))
                .when(the(LAPSE, SYSTEM))
                .thenHappens(AppealLapsed.class);
        given(aDraft(), later(Duration.ofDays(29))).when(the(LAPSE, SYSTEM)).thenRejected("not-overdue");
        given(aDraft(), later(Duration.ofDays(30))).when(the(LAPSE, SYSTEM)).thenHappens(AppealLapsed.class);
    }

    @Test
    void aWindowIsOpenUpToItsEndAndAtItsEndItIsOver() {
        Instant end = Objects.requireNonNull(given(aDraft()).state().windowEndsAt());
        given(aDraft())
                .at(end.minusMillis(1))
                .when(a(SubmitAppeal.class, SELLER))
                .thenHappens(AppealSubmitted.class);
        given(aDraft()).at(end).when(a(SubmitAppeal.class, SELLER)).thenRejected("window-over");
        given(aDraft()).at(end.minusMillis(1)).when(the(LAPSE, SYSTEM)).thenRejected("not-overdue");
        given(aDraft()).at(end).when(the(LAPSE, SYSTEM)).thenHappens(AppealLapsed.class);
    }

    @Test
    void aSendersClockThatIsBehindDoesNotTurnTimeBack() {
        Given withdrawn = Given.all(anAppealDecidedBy(REVIEWER), closed(WITHDRAW, SELLER));
        given(withdrawn).at(Case.BEGINNING).when(the(REOPEN, SELLER)).thenRejected("window-over");
        Scenario late = given(withdrawn);
        Instant last = late.state().lastOccurredAt();
        var reopened = late.at(Case.BEGINNING).when(the(REOPEN, SUPERVISOR)).thenHappens(AppealReopened.class);
        assertThat(reopened.after().events().getLast().occurredAt()).isEqualTo(last);
    }

    @Test
    void aThirdPartysSilenceIsNotTheSellersFault() {
        given(
                        anAppealUnderReview(),
                        informationRequested("q-1", InformationSource.THIRD_PARTY),
                        later(Duration.ofDays(60)))
                .when(the(LAPSE, SYSTEM))
                .thenRejected(RejectionType.INVALID_TRANSITION);
    }

    @Test
    void aWithdrawnDraftIsADraftAgainUntilTheReopeningWindowEnds() {
        Scenario withdrawn = given(aDraft(), closed(WITHDRAW, SELLER));
        withdrawn
                .when(the(REOPEN, SELLER))
                .thenHappens(
                        AppealReopened.class,
                        event -> assertThat(event.submitUntil())
                                .isEqualTo(withdrawn
                                        .now()
                                        .minus(Duration.ofHours(1))
                                        .plus(Duration.ofDays(30))))
                .andTheAppealIs(AppealStatus.DRAFT);
        given(aDraft(), closed(WITHDRAW, SELLER), then(REOPEN, SELLER))
                .when(a(SubmitAppeal.class, SELLER))
                .thenHappens(AppealSubmitted.class);
    }

    @Test
    void anEnforcementThatWasNeverAppealedIsReopenedAsAnEmptyDraft() {
        Given reopened =
                Given.all(anEnforcement(), later(Duration.ofDays(30)), closed(LAPSE, SYSTEM), then(REOPEN, SELLER));
        given(reopened).when(a(SubmitAppeal.class, SELLER)).thenRejected("statement-required");
        given(reopened, then(WellFormed.amendment("SAFETY", "The listing is safe.", WellFormed.PLAN), SELLER))
                .when(a(SubmitAppeal.class, SELLER))
                .thenHappens(AppealSubmitted.class);
    }

    @Test
    void aLapsedReviewIsUnderReviewAgainWithNothingOpen() {
        var after = given(
                        anAppealUnderReview(),
                        informationRequested("q-1", InformationSource.SELLER),
                        later(Duration.ofDays(4)),
                        closed(LAPSE, SYSTEM))
                .when(the(REOPEN, SELLER))
                .thenHappens(
                        AppealReopened.class,
                        event -> assertThat(event.submitUntil()).isNull())
                .andTheAppealIs(AppealStatus.UNDER_REVIEW)
                .after()
                .state();
        assertThat(after.openRequest()).isNull();
        assertThat(after.review().reviewerId()).isNull();
    }

    @Test
    void theSellersWindowForReopeningIsNotStartedAnewByReopening() {
        Given twice = Given.all(
                aSubmittedAppeal(),
                closed(WITHDRAW, SELLER),
                later(Duration.ofDays(20)),
                then(REOPEN, SELLER),
                closed(WITHDRAW, SELLER));
        given(twice, later(Duration.ofDays(5))).when(the(REOPEN, SELLER)).thenHappens(AppealReopened.class);
        given(twice, later(Duration.ofDays(10))).when(the(REOPEN, SELLER)).thenRejected("window-over");
    }

    @Test
    void aSupervisorsReopeningStartsTheSellersWindowAnew() {
        given(
                        aSubmittedAppeal(),
                        closed(WITHDRAW, SELLER),
                        later(Duration.ofDays(60)),
                        then(REOPEN, SUPERVISOR),
                        closed(WITHDRAW, SELLER))
                .when(the(REOPEN, SELLER))
                .thenHappens(AppealReopened.class);
    }

    @Test
    void aSupervisorsReopenedDraftHasTheUsualWindow() {
        Scenario closed =
                given(aDraft(), later(Duration.ofDays(90)), closed(LAPSE, SYSTEM), later(Duration.ofDays(90)));
        closed.when(the(REOPEN, SUPERVISOR))
                .thenHappens(
                        AppealReopened.class,
                        event -> assertThat(event.submitUntil())
                                .isEqualTo(closed.now().plus(Duration.ofDays(30))));
    }

    @Test
    void whoeverWithdrawsADecidedAppealGivesItUp() {
        Given withdrawn = Given.all(anAppealDecidedBy(REVIEWER), closed(WITHDRAW, SELLER));
        given(withdrawn).when(the(REOPEN, SELLER)).thenRejected("window-over");
        given(withdrawn).when(the(REOPEN, SUPERVISOR)).thenHappens(AppealReopened.class);
    }

    @Test
    void theSellerCannotReopenWhatTheMarketplaceOrTheirOwnAcceptanceClosed() {
        Given accepted = Given.all(anAppealDecidedBy(REVIEWER), closed(new AcceptDecision(null), SELLER));
        Given inadmissible = Given.all(aSubmittedAppeal(), closed(new RejectAsInadmissible("Too old."), REVIEWER));
        for (Given closed : List.of(accepted, inadmissible)) {
            var rejection = given(closed).when(the(REOPEN, SELLER)).thenRejected(RejectionType.INVALID_TRANSITION);
            assertThat(rejection.rule()).isEqualTo("not-withdrawn-or-lapsed");
            given(closed).when(the(REOPEN, SUPERVISOR)).thenHappens(AppealReopened.class);
        }
    }

    @Test
    void aReopenedAppealIsDecidedByFreshEyesAtTheSameStage() {
        Given reopened = Given.all(
                anAppealDecidedBy(REVIEWER), closed(new AcceptDecision(null), SELLER), then(REOPEN, SUPERVISOR));
        given(reopened).when(a(DecideAppeal.class, REVIEWER)).thenRejected("same-decider");
        given(reopened)
                .when(a(DecideAppeal.class, OTHER_REVIEWER))
                .thenHappens(AppealDecided.class)
                .at(Stage.FIRST_REVIEW);
    }

    @Test
    void whatComesBackFromAnExternalBodyIsHeardByThePanelAgain() {
        Given reopened = Given.all(
                anAppealInExternalReview(),
                closed(new RecordExternalOutcome(Outcome.SETTLED, "Heard both.", List.of(), null), PLATFORM),
                then(REOPEN, SUPERVISOR));
        given(reopened).when(a(DecideAppeal.class, OTHER_SUPERVISOR)).thenRejected("same-decider");
        given(reopened)
                .when(a(DecideAppeal.class, Given.actor(ActorType.SUPERVISOR)))
                .thenHappens(AppealDecided.class)
                .at(Stage.PANEL_REVIEW);
    }

    @Test
    void aClosedAppealTakesNothingButItsReopening() {
        var rejection = given(aSubmittedAppeal(), closed(WITHDRAW, SELLER))
                .when(a(AmendAppeal.class, SELLER))
                .thenRejected(RejectionType.INVALID_TRANSITION);
        assertThat(rejection.allowedActions()).containsExactly("ReopenAppeal");
    }
}
