package io.appeals.commands.appeal;

import static io.appeals.commands.appeal.Given.aDraft;
import static io.appeals.commands.appeal.Given.aSubmittedAppeal;
import static io.appeals.commands.appeal.Given.anAppealUnderReview;
import static io.appeals.commands.appeal.Given.evidence;
import static io.appeals.commands.appeal.Given.informationRequested;
import static io.appeals.commands.appeal.Given.later;
import static io.appeals.commands.appeal.Given.reviewStartedBy;
import static io.appeals.commands.appeal.Given.reviewerAssigned;
import static io.appeals.commands.appeal.Given.then;
import static io.appeals.commands.appeal.People.OTHER_REVIEWER;
import static io.appeals.commands.appeal.People.PLATFORM;
import static io.appeals.commands.appeal.People.REVIEWER;
import static io.appeals.commands.appeal.People.SELLER;
import static io.appeals.commands.appeal.People.SUPERVISOR;
import static io.appeals.commands.appeal.People.SYSTEM;
import static io.appeals.commands.appeal.Scenario.a;
import static io.appeals.commands.appeal.Scenario.given;
import static io.appeals.commands.appeal.Scenario.the;
import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Assessment;
import io.appeals.schema.appeal.InformationSource;
import io.appeals.schema.appeal.MessageVisibility;
import io.appeals.schema.appeal.Priority;
import io.appeals.schema.command.AppealCommand.AssessEvidence;
import io.appeals.schema.command.AppealCommand.AssignReviewer;
import io.appeals.schema.command.AppealCommand.ExtendDeadline;
import io.appeals.schema.command.AppealCommand.FlagIntegrity;
import io.appeals.schema.command.AppealCommand.PostMessage;
import io.appeals.schema.command.AppealCommand.ProvideInformation;
import io.appeals.schema.command.AppealCommand.RecategorizeAppeal;
import io.appeals.schema.command.AppealCommand.RequestInformation;
import io.appeals.schema.command.AppealCommand.StartReview;
import io.appeals.schema.event.AppealEvent.AppealRecategorized;
import io.appeals.schema.event.AppealEvent.DeadlineExtended;
import io.appeals.schema.event.AppealEvent.EvidenceAssessed;
import io.appeals.schema.event.AppealEvent.InformationProvided;
import io.appeals.schema.event.AppealEvent.InformationRequested;
import io.appeals.schema.event.AppealEvent.IntegrityFlagged;
import io.appeals.schema.event.AppealEvent.MessagePosted;
import io.appeals.schema.event.AppealEvent.ReviewStarted;
import io.appeals.schema.event.AppealEvent.ReviewerAssigned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReviewTest {

    private static final Given ASKED =
            Given.all(anAppealUnderReview(), informationRequested("q-1", InformationSource.SELLER));

    @Test
    void aReviewerIsAssignedWithQueueAndPriority() {
        var after = given(aSubmittedAppeal())
                .when(the(new AssignReviewer("rita", "listings", Priority.URGENT), SUPERVISOR))
                .thenHappens(
                        ReviewerAssigned.class,
                        event -> assertThat(event.priority()).isEqualTo(Priority.URGENT))
                .after()
                .state();
        assertThat(after.review().reviewerId()).isEqualTo("rita");
    }

    @Test
    void whoeverStartsTheReviewHasTheCase() {
        var after = given(aSubmittedAppeal(), reviewerAssigned(REVIEWER))
                .when(a(StartReview.class, OTHER_REVIEWER))
                .thenHappens(
                        ReviewStarted.class,
                        event -> assertThat(event.reviewerId()).isEqualTo(OTHER_REVIEWER.id()))
                .andTheAppealIs(AppealStatus.UNDER_REVIEW)
                .after()
                .state();
        assertThat(after.review().reviewerId()).isEqualTo(OTHER_REVIEWER.id());
    }

    @Test
    void anAppealIsRecategorizedToAnotherCategoryThatFits() {
        given(anAppealUnderReview())
                .when(the(new RecategorizeAppeal("AUTHENTICITY", "It is about a fake."), REVIEWER))
                .thenHappens(AppealRecategorized.class, event -> {
                    assertThat(event.fromCategory()).isEqualTo("SAFETY");
                    assertThat(event.toCategory()).isEqualTo("AUTHENTICITY");
                });
        given(anAppealUnderReview())
                .when(the(new RecategorizeAppeal("SAFETY", "As before."), REVIEWER))
                .thenRejected("category-unchanged");
        given(anAppealUnderReview())
                .when(the(new RecategorizeAppeal("FEES", "It is about fees."), REVIEWER))
                .thenRejected("category-not-applicable");
    }

    @Test
    void evidenceIsAssessedByAnyReviewerAndCanBeAssessedAgain() {
        Given assessed = Given.all(
                aDraft(),
                evidence("e-1", "INVOICE"),
                Given.submitted(),
                reviewStartedBy(REVIEWER),
                then(new AssessEvidence("e-1", Assessment.REJECTED, "Illegible."), REVIEWER));
        var after = given(assessed)
                .when(the(new AssessEvidence("e-1", Assessment.ACCEPTED, "The scan is fine."), OTHER_REVIEWER))
                .thenHappens(EvidenceAssessed.class)
                .after()
                .state();
        assertThat(after.evidence()).extracting(Evidence::assessment).containsExactly(Assessment.ACCEPTED);

        given(assessed)
                .when(the(new AssessEvidence("e-2", Assessment.ACCEPTED, "Fine."), REVIEWER))
                .thenRejected("evidence-unknown");
    }

    @Test
    void theSellerHasThreeDaysToAnswerAndAThirdPartyFourteen() {
        Instant asked = given(anAppealUnderReview()).now();
        given(anAppealUnderReview())
                .when(the(WellFormed.request("q-1", InformationSource.SELLER), REVIEWER))
                .thenHappens(
                        InformationRequested.class,
                        event -> assertThat(event.dueAt()).isEqualTo(asked.plus(Duration.ofDays(3))))
                .andTheAppealIs(AppealStatus.AWAITING_SELLER);
        given(anAppealUnderReview())
                .when(the(WellFormed.request("q-1", InformationSource.THIRD_PARTY), REVIEWER))
                .thenHappens(
                        InformationRequested.class,
                        event -> assertThat(event.dueAt()).isEqualTo(asked.plus(Duration.ofDays(14))))
                .andTheAppealIs(AppealStatus.AWAITING_THIRD_PARTY);
    }

    @Test
    void anAnswerCannotBeDueInThePast() {
        given(anAppealUnderReview())
                .when(the(request("q-1", Case.BEGINNING), REVIEWER))
                .thenRejected("deadline-in-the-past");
    }

    @Test
    void requestIdsAreUniqueInACase() {
        given(ASKED, then(answer("q-1"), SELLER))
                .when(the(request("q-1", null), REVIEWER))
                .thenRejected("request-exists");
    }

    @Test
    void theSellerAnswersTheOpenRequest() {
        given(ASKED)
                .when(the(answer("q-1"), SELLER))
                .thenHappens(
                        InformationProvided.class,
                        event -> assertThat(event.from()).isEqualTo(InformationSource.SELLER))
                .andTheAppealIs(AppealStatus.UNDER_REVIEW);
        given(ASKED).when(the(answer("q-2"), SELLER)).thenRejected("request-not-open");
        given(ASKED)
                .when(the(new ProvideInformation("q-1", "See there.", List.of("e-9")), SELLER))
                .thenRejected("evidence-unknown");
    }

    @Test
    void anAnswerThatComesLateStillCountsWhileTheAppealHasNotLapsed() {
        given(ASKED, later(Duration.ofDays(20)))
                .when(the(answer("q-1"), SELLER))
                .thenHappens(InformationProvided.class);
    }

    @Test
    void thePlatformAnswersForAThirdPartyAndNotForTheSeller() {
        given(anAppealUnderReview(), informationRequested("q-1", InformationSource.THIRD_PARTY))
                .when(the(answer("q-1"), PLATFORM))
                .thenHappens(InformationProvided.class);
        given(ASKED).when(the(answer("q-1"), PLATFORM)).thenForbidden("wrong-role");
    }

    @Test
    void aDeadlineIsExtendedToALaterMomentOnly() {
        Instant due = given(anAppealUnderReview()).now().plus(Duration.ofDays(3));
        given(ASKED)
                .when(the(extension("q-1", due.plus(Duration.ofDays(1))), SUPERVISOR))
                .thenHappens(DeadlineExtended.class, event -> {
                    assertThat(event.previousDueAt()).isEqualTo(due);
                    assertThat(event.dueAt()).isEqualTo(due.plus(Duration.ofDays(1)));
                });
        given(ASKED).when(the(extension("q-1", due), REVIEWER)).thenRejected("deadline-not-later");
        given(ASKED).when(the(extension("q-1", Case.BEGINNING), REVIEWER)).thenRejected("deadline-in-the-past");
        given(ASKED)
                .when(the(extension("q-2", due.plus(Duration.ofDays(1))), REVIEWER))
                .thenRejected("request-not-open");
    }

    @Test
    void messagesAreUniqueAndOnlyTheMarketplaceHidesThemFromTheSeller() {
        PostMessage hidden = new PostMessage("m-1", "Looks forged.", MessageVisibility.MARKETPLACE);
        given(anAppealUnderReview()).when(the(hidden, REVIEWER)).thenHappens(MessagePosted.class);
        given(anAppealUnderReview()).when(the(hidden, SELLER)).thenForbidden("marketplace-visibility");
        given(anAppealUnderReview(), then(hidden, REVIEWER))
                .when(the(hidden, REVIEWER))
                .thenRejected("message-exists");
    }

    @Test
    void onlyTheLatestMessagesAreRememberedHoweverManyThereAre() {
        Given[] talk = new Given[151];
        talk[0] = anAppealUnderReview();
        for (int i = 1; i < talk.length; i++) {
            talk[i] = then(new PostMessage("m-" + i, "And another thing.", MessageVisibility.ALL), SELLER);
        }
        assertThat(given(talk).state().recentMessageIds()).hasSize(100).endsWith("m-149", "m-150");
        given(talk)
                .when(the(new PostMessage("m-51", "Again.", MessageVisibility.ALL), SELLER))
                .thenRejected("message-exists");
    }

    @Test
    void aFlagNamesEvidenceOfTheCase() {
        given(anAppealUnderReview())
                .when(the(new FlagIntegrity("edited-document", "The fonts differ.", List.of()), SYSTEM))
                .thenHappens(IntegrityFlagged.class)
                .andTheAppealIs(AppealStatus.UNDER_REVIEW);
        given(anAppealUnderReview())
                .when(the(new FlagIntegrity("edited-document", "The fonts differ.", List.of("e-9")), SYSTEM))
                .thenRejected("evidence-unknown");
    }

    private static RequestInformation request(String requestId, @Nullable Instant dueAt) {
        return new RequestInformation(requestId, InformationSource.SELLER, List.of(), "Which batch was it?", dueAt);
    }

    private static ProvideInformation answer(String requestId) {
        return new ProvideInformation(requestId, "Here it is.", List.of());
    }

    private static ExtendDeadline extension(String requestId, Instant dueAt) {
        return new ExtendDeadline(requestId, dueAt, "They asked for more time.");
    }
}
