package io.appeals.commands.appeal;

import static io.appeals.commands.appeal.Given.aDraft;
import static io.appeals.commands.appeal.Given.anAppealUnderReview;
import static io.appeals.commands.appeal.Given.anEnforcement;
import static io.appeals.commands.appeal.Given.evidence;
import static io.appeals.commands.appeal.Given.informationRequested;
import static io.appeals.commands.appeal.Given.later;
import static io.appeals.commands.appeal.Given.nothing;
import static io.appeals.commands.appeal.Given.then;
import static io.appeals.commands.appeal.People.PLATFORM;
import static io.appeals.commands.appeal.People.SELLER;
import static io.appeals.commands.appeal.People.SUPERVISOR;
import static io.appeals.commands.appeal.Scenario.a;
import static io.appeals.commands.appeal.Scenario.given;
import static io.appeals.commands.appeal.Scenario.the;
import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.InformationSource;
import io.appeals.schema.appeal.Money;
import io.appeals.schema.appeal.Subject;
import io.appeals.schema.command.AppealCommand.AmendAppeal;
import io.appeals.schema.command.AppealCommand.AttachEvidence;
import io.appeals.schema.command.AppealCommand.OpenAppeal;
import io.appeals.schema.command.AppealCommand.RecordEnforcement;
import io.appeals.schema.command.AppealCommand.RemoveEvidence;
import io.appeals.schema.command.AppealCommand.ReopenAppeal;
import io.appeals.schema.command.AppealCommand.WithdrawAppeal;
import io.appeals.schema.event.AppealEvent.AppealAmended;
import io.appeals.schema.event.AppealEvent.AppealOpened;
import io.appeals.schema.event.AppealEvent.AppealReopened;
import io.appeals.schema.event.AppealEvent.EnforcementRecorded;
import io.appeals.schema.event.AppealEvent.EvidenceAttached;
import io.appeals.schema.event.AppealEvent.EvidenceRemoved;
import io.appeals.schema.result.RejectionType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FilingTest {

    @Test
    void anEnforcementGivesTheSellerThirtyDaysUnlessItSaysOtherwise() {
        given(nothing())
                .when(a(RecordEnforcement.class, PLATFORM))
                .thenHappens(EnforcementRecorded.class, event -> {
                    assertThat(event.appliedAt()).isEqualTo(Case.BEGINNING.plus(Duration.ofHours(1)));
                    assertThat(event.appealUntil()).isEqualTo(event.appliedAt().plus(Duration.ofDays(30)));
                })
                .andTheAppealIs(AppealStatus.APPEALABLE);
    }

    @Test
    void anEnforcementRecordedLateStillGivesTheSellerTheWholeWindow() {
        Instant longAgo = Case.BEGINNING.minus(Duration.ofDays(90));
        given(nothing())
                .when(the(enforcement(longAgo, null), PLATFORM))
                .thenHappens(EnforcementRecorded.class, event -> {
                    assertThat(event.appliedAt()).isEqualTo(longAgo);
                    assertThat(event.appealUntil())
                            .isEqualTo(Case.BEGINNING.plus(Duration.ofHours(1)).plus(Duration.ofDays(30)));
                });
    }

    @Test
    void anEnforcementAnnouncedInAdvanceGivesTheWindowFromItsEffect() {
        Instant inAWeek = Case.BEGINNING.plus(Duration.ofDays(7));
        given(nothing())
                .when(the(enforcement(inAWeek, null), PLATFORM))
                .thenHappens(
                        EnforcementRecorded.class,
                        event -> assertThat(event.appealUntil()).isEqualTo(inAWeek.plus(Duration.ofDays(30))));
    }

    @Test
    void whereSellersHaveLongerTheEnforcementSaysSo() {
        given(nothing())
                .when(the(enforcement(Case.GENEROUS_MARKETPLACE, null, null), PLATFORM))
                .thenHappens(
                        EnforcementRecorded.class,
                        event -> assertThat(event.appealUntil())
                                .isEqualTo(event.appliedAt().plus(Case.HALF_A_YEAR)));
    }

    @Test
    void whatTheEnforcementNamesCountsAlsoWhereSellersWouldHaveLonger() {
        Instant until = Case.BEGINNING.plus(Duration.ofDays(10));
        given(nothing())
                .when(the(enforcement(Case.GENEROUS_MARKETPLACE, null, until), PLATFORM))
                .thenHappens(
                        EnforcementRecorded.class,
                        event -> assertThat(event.appealUntil()).isEqualTo(until));
    }

    @Test
    void aDraftThatASupervisorReopensHasTheLongerWindowToo() {
        Scenario closed = given(
                then(enforcement(Case.GENEROUS_MARKETPLACE, null, null), PLATFORM),
                aDraft(),
                then(new WithdrawAppeal("Settled elsewhere."), SELLER));
        closed.when(the(new ReopenAppeal("It was not settled."), SUPERVISOR))
                .thenHappens(
                        AppealReopened.class,
                        event -> assertThat(event.submitUntil())
                                .isEqualTo(closed.now().plus(Case.HALF_A_YEAR)));
    }

    @Test
    void anEnforcementMustLeaveTheSellerTimeToAppeal() {
        given(nothing()).when(the(enforcement(null, Case.BEGINNING), PLATFORM)).thenRejected("deadline-in-the-past");
    }

    @Test
    void anAppealAgainstAnEnforcementKeepsItsDeadlineAndWhatItNames() {
        Instant until = Case.BEGINNING.plus(Duration.ofDays(10));
        given(then(enforcement(null, until), PLATFORM))
                .when(the(opening(subject(List.of("order-1", "order-2"), null)), SELLER))
                .thenHappens(AppealOpened.class, event -> {
                    assertThat(event.submitUntil()).isEqualTo(until);
                    assertThat(event.subject().orderIds()).containsExactly("order-1", "order-2");
                    assertThat(event.subject().amount()).isEqualTo(euros("10"));
                })
                .andTheAppealIs(AppealStatus.DRAFT);
    }

    @Test
    void anAppealCannotBeOpenedOnceTheEnforcementsWindowIsOver() {
        given(anEnforcement(), later(Duration.ofDays(30)))
                .when(a(OpenAppeal.class, SELLER))
                .thenRejected("window-over");
    }

    @Test
    void theSameMatterIsAppealedOnlyOnce() {
        var rejection =
                given(aDraft()).when(a(OpenAppeal.class, SELLER)).thenRejected(RejectionType.APPEAL_ALREADY_EXISTS);

        assertThat(rejection.currentVersion()).isEqualTo(1);
        assertThat(rejection.allowedActions())
                .containsExactly(
                        "AmendAppeal",
                        "AttachEvidence",
                        "SubmitAppeal",
                        "PostMessage",
                        "WithdrawAppeal",
                        "GrantMandate");
    }

    @Test
    void anAmendmentChangesWhatItNamesAndNothingElse() {
        AmendAppeal amendment = new AmendAppeal(
                "QUALITY", null, WellFormed.PLAN, null, List.of("order-9"), null, null, euros("5"), List.of());
        Matter after = matter(given(aDraft()).when(the(amendment, SELLER)).thenHappens(AppealAmended.class));

        assertThat(after.category()).isEqualTo("QUALITY");
        assertThat(after.planOfAction()).isTrue();
        assertThat(after.statementLength()).isEqualTo("The listing is fine.".length());
        assertThat(after.subject().orderIds()).containsExactly("order-9");
        assertThat(after.subject().amount()).isEqualTo(euros("5"));
    }

    @Test
    void anAmendmentRemovesThePlanAndTheAmount() {
        AmendAppeal adding =
                new AmendAppeal(null, null, WellFormed.PLAN, null, null, null, null, euros("5"), List.of());
        AmendAppeal removing =
                new AmendAppeal(null, null, null, null, null, null, null, null, List.of("planOfAction", "amount"));
        Matter after = matter(given(aDraft(), then(adding, SELLER))
                .when(the(removing, SELLER))
                .thenHappens(AppealAmended.class));

        assertThat(after.planOfAction()).isFalse();
        assertThat(after.subject().amount()).isNull();
    }

    @Test
    void aCategoryMustFitWhatTheAppealIsAbout() {
        given(aDraft())
                .when(the(WellFormed.amendment("FEES", "It is about fees.", WellFormed.PLAN), SELLER))
                .thenRejected("category-not-applicable");
    }

    @Test
    void evidenceIdsAreUniqueInACase() {
        given(aDraft(), evidence("e-1", "INVOICE"))
                .when(the(WellFormed.evidence("e-1", "LETTER"), SELLER))
                .thenRejected("evidence-exists");
    }

    @Test
    void evidenceCanAnswerTheOpenRequestAndNoOther() {
        Given asked = Given.all(anAppealUnderReview(), informationRequested("q-1", InformationSource.SELLER));
        given(asked)
                .when(the(answering("q-1"), SELLER))
                .thenHappens(
                        EvidenceAttached.class,
                        event -> assertThat(event.requestId()).isEqualTo("q-1"))
                .andTheAppealIs(AppealStatus.AWAITING_SELLER);
        given(asked).when(the(answering("q-2"), SELLER)).thenRejected("request-not-open");
        given(anAppealUnderReview()).when(the(answering("q-1"), SELLER)).thenRejected("request-not-open");
    }

    @Test
    void aCaseHoldsOnlySoMuchEvidence() {
        Given[] full = new Given[Case.POLICY.evidenceAtMost() + 1];
        full[0] = aDraft();
        for (int i = 1; i < full.length; i++) {
            String id = "e-" + i;
            full[i] = past -> past.send(past.issued(WellFormed.evidence(id, "INVOICE"), SELLER, null));
        }
        given(full).when(a(AttachEvidence.class, SELLER)).thenRejected("evidence-limit");
    }

    @Test
    void evidenceIsRemovedFromADraft() {
        var after = given(aDraft(), evidence("e-1", "INVOICE"), evidence("e-2", "LETTER"))
                .when(the(new RemoveEvidence("e-1"), SELLER))
                .thenHappens(EvidenceRemoved.class)
                .after()
                .state();
        assertThat(after.evidence()).extracting(Evidence::evidenceId).containsExactly("e-2");
    }

    @Test
    void evidenceThatIsNotThereCannotBeRemoved() {
        given(aDraft(), evidence("e-1", "INVOICE"))
                .when(the(new RemoveEvidence("e-2"), SELLER))
                .thenRejected("evidence-unknown");
        given(aDraft()).when(the(new RemoveEvidence("e-2"), SELLER)).thenRejected("evidence-unknown");
    }

    private static Matter matter(Scenario.Outcome outcome) {
        return Objects.requireNonNull(outcome.after().state().matter());
    }

    private static RecordEnforcement enforcement(@Nullable Instant appliedAt, @Nullable Instant appealUntil) {
        return enforcement("market-1", appliedAt, appealUntil);
    }

    private static RecordEnforcement enforcement(
            String marketplaceId, @Nullable Instant appliedAt, @Nullable Instant appealUntil) {
        return new RecordEnforcement(
                SELLER.id(),
                marketplaceId,
                subject(List.of("order-1"), euros("10")),
                "LISTING_REMOVED",
                "Terms 4.2",
                "A buyer complained.",
                null,
                true,
                false,
                appliedAt,
                appealUntil);
    }

    private static OpenAppeal opening(Subject subject) {
        return WellFormed.opening(SELLER.id(), subject, "SAFETY");
    }

    private static Subject subject(List<String> orderIds, @Nullable Money amount) {
        return new Subject(Case.SUBJECT.type(), Case.SUBJECT.reference(), orderIds, List.of(), List.of(), amount);
    }

    private static Money euros(String value) {
        return new Money(new BigDecimal(value), "EUR");
    }

    private static AttachEvidence answering(String requestId) {
        AttachEvidence evidence = WellFormed.evidence("e-9", "INVOICE");
        return new AttachEvidence(
                evidence.evidenceId(),
                evidence.kind(),
                evidence.fileName(),
                evidence.contentType(),
                evidence.sizeBytes(),
                evidence.sha256(),
                null,
                requestId,
                null);
    }
}
