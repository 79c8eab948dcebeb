package io.appeals.commands.appeal;

import static io.appeals.commands.appeal.Given.aDraft;
import static io.appeals.commands.appeal.Given.aSubmittedAppeal;
import static io.appeals.commands.appeal.Given.anAppealUnderReview;
import static io.appeals.commands.appeal.Given.anEnforcement;
import static io.appeals.commands.appeal.Given.nothing;
import static io.appeals.commands.appeal.People.OTHER_SELLER;
import static io.appeals.commands.appeal.People.PLATFORM;
import static io.appeals.commands.appeal.People.REVIEWER;
import static io.appeals.commands.appeal.People.SELLER;
import static io.appeals.commands.appeal.Scenario.a;
import static io.appeals.commands.appeal.Scenario.given;
import static io.appeals.commands.appeal.Scenario.the;
import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.command.AppealCommand.AmendAppeal;
import io.appeals.schema.command.AppealCommand.AssignReviewer;
import io.appeals.schema.command.AppealCommand.DecideAppeal;
import io.appeals.schema.command.AppealCommand.OpenAppeal;
import io.appeals.schema.command.AppealCommand.RecordEnforcement;
import io.appeals.schema.command.AppealCommand.StartReview;
import io.appeals.schema.command.AppealCommand.WithdrawAppeal;
import io.appeals.schema.event.AppealEvent.AppealOpened;
import io.appeals.schema.event.AppealEvent.AppealWithdrawn;
import io.appeals.schema.result.RejectionType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a refusal tells, to whom, and in which order the checks come. */
class RefusalTest {

    static List<Class<? extends AppealCommand>> everyCommand() {
        return WellFormed.kinds();
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void aStrangerLearnsNothingFromWhetherThereIsAnAppeal(Class<? extends AppealCommand> command) {
        Actor strangersLawyer = Actor.representative("lawyer-9", SELLER.id(), "mandate-9");
        for (Actor stranger : List.of(OTHER_SELLER, strangersLawyer)) {
            Decision whereThereIsNone =
                    given(nothing()).when(a(command, stranger)).decision();
            for (Given past : List.of(anEnforcement(), aDraft(), anAppealUnderReview())) {
                assertThat(given(past).when(a(command, stranger)).decision()).isEqualTo(whereThereIsNone);
            }
        }
    }

    @Test
    void anotherSellersAppealIsNotFound() {
        var rejection =
                given(aDraft()).when(a(WithdrawAppeal.class, OTHER_SELLER)).thenRejected(RejectionType.NOT_FOUND);
        assertThat(rejection.currentVersion()).isNull();
        assertThat(rejection.allowedActions()).isEmpty();
    }

    @Test
    void aSellerOpensAppealsForNobodyElse() {
        given(nothing()).when(a(OpenAppeal.class, OTHER_SELLER)).thenForbidden("own-seller-only");
    }

    @Test
    void theMarketplaceHearsThatThereIsNoAppeal() {
        given(nothing()).when(a(StartReview.class, REVIEWER)).thenRejected(RejectionType.NOT_FOUND);
    }

    @Test
    void theWrongRoleHearsWhoseTaskItIsAndWhatTheirsIs() {
        var rejection =
                given(anAppealUnderReview()).when(a(DecideAppeal.class, SELLER)).thenForbidden("wrong-role");
        assertThat(rejection.detail()).contains("REVIEWER", "SELLER");
        assertThat(rejection.allowedActions())
                .containsExactly("AttachEvidence", "PostMessage", "WithdrawAppeal", "GrantMandate");
    }

    @Test
    void aCommandForAnotherVersionIsRefusedWithThePresentOne() {
        var rejection = given(aSubmittedAppeal())
                .when(a(WithdrawAppeal.class, SELLER).expectingVersion(1))
                .thenRejected(RejectionType.VERSION_MISMATCH);
        assertThat(rejection.currentVersion()).isEqualTo(2);
        given(aSubmittedAppeal())
                .when(a(WithdrawAppeal.class, SELLER).expectingVersion(2))
                .thenHappens(AppealWithdrawn.class);
        given(nothing()).when(a(OpenAppeal.class, SELLER).expectingVersion(0)).thenHappens(AppealOpened.class);
        given(nothing())
                .when(a(OpenAppeal.class, SELLER).expectingVersion(1))
                .thenRejected(RejectionType.VERSION_MISMATCH);
    }

    @Test
    void theRoleIsCheckedBeforeTheVersionAndTheVersionBeforeTheStatus() {
        given(aSubmittedAppeal())
                .when(a(AssignReviewer.class, SELLER).expectingVersion(9))
                .thenForbidden("wrong-role");
        given(aSubmittedAppeal())
                .when(a(AmendAppeal.class, SELLER).expectingVersion(9))
                .thenRejected(RejectionType.VERSION_MISMATCH);
        given(aDraft())
                .when(a(RecordEnforcement.class, PLATFORM).expectingVersion(9))
                .thenRejected(RejectionType.APPEAL_ALREADY_EXISTS);
    }

    @Test
    void theFormIsCheckedBeforeAnythingElse() {
        var rejection = given(aSubmittedAppeal())
                .when(the(new WithdrawAppeal(" "), OTHER_SELLER).expectingVersion(9))
                .thenRejected(RejectionType.MALFORMED);
        assertThat(rejection.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.pointer()).isEqualTo("/reason"));
    }
}
