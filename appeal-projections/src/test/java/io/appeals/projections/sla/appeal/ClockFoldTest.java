package io.appeals.projections.sla.appeal;

import static io.appeals.projections.sla.clock.ClockState.CANCELLED;
import static io.appeals.projections.sla.clock.ClockState.MET;
import static io.appeals.projections.sla.clock.ClockState.PAUSED;
import static io.appeals.projections.sla.clock.ClockState.RUNNING;
import static io.appeals.projections.sla.policy.Metric.ACKNOWLEDGEMENT;
import static io.appeals.projections.sla.policy.Metric.DECISION;
import static io.appeals.projections.sla.policy.Metric.ESCALATION_DECISION;
import static io.appeals.projections.sla.policy.Metric.ESCALATION_WINDOW;
import static io.appeals.projections.sla.policy.Metric.EXTERNAL;
import static io.appeals.projections.sla.policy.Metric.FILING_WINDOW;
import static io.appeals.projections.sla.policy.Metric.PERIODIC_UPDATE;
import static io.appeals.projections.sla.policy.Metric.REMEDY;
import static io.appeals.projections.sla.policy.Metric.SELLER_RESPONSE;
import static io.appeals.projections.sla.policy.Metric.THIRD_PARTY_RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appeals.projections.history.AppealHistory;
import io.appeals.projections.sla.clock.SlaClock;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.policy.yaml.PolicyFile;
import io.appeals.projections.status.UnfoldableEventException;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.InformationSource;
import io.appeals.schema.appeal.MessageVisibility;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.Priority;
import io.appeals.schema.appeal.Remedy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Which event begins, ends or moves which clock, by the shipped policies. Histories begin on Monday 2026-03-02 at 09:00. */
class ClockFoldTest {

    private static AppealHistory enforced() {
        return AppealHistory.of("S-1", "L-1").enforced();
    }

    private static AppealHistory submitted() {
        return enforced().opened().submitted();
    }

    private static AppealHistory underReview() {
        return submitted().reviewStartedBy("rita");
    }

    @Test
    void theFilingWindowRunsToTheDateThatTheEnforcementNames() {
        FoldedHistory folded = FoldedHistory.of(enforced());

        SlaClock clock = folded.last(FILING_WINDOW);
        assertThat(clock.state()).isEqualTo(RUNNING);
        assertThat(clock.target().policy()).isEqualTo("filing_window_eu");
        assertThat(folded.figures(clock).breachAt()).isEqualTo(AppealHistory.BEGINNING.plus(Duration.ofDays(30)));
    }

    /** What the owner granted counts, not what the policy would have given: both sides read the same fact. */
    @Test
    void theDateOfTheEventCountsAlsoWhereThePolicyKnowsAnother() {
        SlaClock clock = FoldedHistory.of(enforced()).last(FILING_WINDOW);

        assertThat(clock.target().goal()).isEqualTo(Duration.ofDays(180));
        assertThat(clock.target().dueAt()).isEqualTo(AppealHistory.BEGINNING.plus(Duration.ofDays(30)));
    }

    @Test
    void aSellerWhoOpensWithoutAnEnforcementHasAWindowToo() {
        FoldedHistory folded = FoldedHistory.of(AppealHistory.of("S-1", "L-1").opened());

        assertThat(folded.last(FILING_WINDOW).state()).isEqualTo(RUNNING);
    }

    @Test
    void aSubmissionEndsTheWindowAndBeginsTheMarketplacesClocks() {
        FoldedHistory folded = FoldedHistory.of(submitted());

        assertThat(folded.last(FILING_WINDOW).state()).isEqualTo(MET);
        assertThat(folded.last(ACKNOWLEDGEMENT).state()).isEqualTo(RUNNING);
        assertThat(folded.last(DECISION).target().policy()).isEqualTo("decision_listings_and_accounts");
        assertThat(folded.last(PERIODIC_UPDATE).state()).isEqualTo(RUNNING);
        assertThat(folded.state().live()).hasSize(3);
    }

    @Test
    void theDecisionsClockStandsStillWhileTheSellerIsAsked() {
        AppealHistory history = underReview().informationRequested("R-1", InformationSource.SELLER);
        FoldedHistory asked = FoldedHistory.of(history);
        assertThat(asked.last(DECISION).state()).isEqualTo(PAUSED);
        assertThat(asked.last(SELLER_RESPONSE).state()).isEqualTo(RUNNING);
        assertThat(asked.last(SELLER_RESPONSE).about()).isEqualTo("R-1");
        assertThat(asked.last(PERIODIC_UPDATE).state())
                .as("the request is a word")
                .isEqualTo(MET);

        FoldedHistory answered = FoldedHistory.of(
                history.after(Duration.ofDays(2)).informationProvided("R-1", InformationSource.SELLER));
        assertThat(answered.last(SELLER_RESPONSE).state()).isEqualTo(MET);
        assertThat(answered.last(DECISION).state()).isEqualTo(RUNNING);
        assertThat(answered.figures(answered.last(DECISION)).paused(history.now()))
                .isEqualTo(Duration.ofDays(2).plusMinutes(1));
        assertThat(answered.last(PERIODIC_UPDATE).state()).isEqualTo(RUNNING);
    }

    @Test
    void aThirdPartyHasWorkingDaysAndAnExtensionSetsADate() {
        AppealHistory history = underReview().informationRequested("R-1", InformationSource.THIRD_PARTY);
        FoldedHistory asked = FoldedHistory.of(history);
        assertThat(asked.figures(asked.last(THIRD_PARTY_RESPONSE)).breachAt()).isEqualTo("2026-03-16T09:04:00Z");

        history.deadlineExtended("R-1");
        FoldedHistory extended = FoldedHistory.of(history);
        assertThat(extended.figures(extended.last(THIRD_PARTY_RESPONSE)).breachAt())
                .isEqualTo(history.event(6).occurredAt().plus(Duration.ofDays(14)));
    }

    @Test
    void anotherCategoryMovesTheGoalAndKeepsWhatHasElapsed() {
        PolicyBook book = PolicyFile.parse("test", """
                version: "1"
                policies:
                  - {name: safety, metric: decision, match: {categories: [PRODUCT_SAFETY]}, goal: 2h, calendar: elapsed}
                  - {name: urgent, metric: decision, match: {priorities: [URGENT]}, goal: 1h, calendar: elapsed}
                  - {name: usual, metric: decision, goal: 10h, calendar: elapsed}
                """.getBytes(StandardCharsets.UTF_8));
        FoldedHistory folded = new FoldedHistory(PolicyBooks.always(book));
        AppealHistory history =
                underReview().assignedTo("rita", null, Priority.URGENT).recategorizedTo("PRODUCT_SAFETY");
        history.events().forEach(folded::fold);

        SlaClock clock = folded.last(DECISION);
        assertThat(clock.targets()).extracting(target -> target.policy()).containsExactly("usual", "urgent", "safety");
        assertThat(clock.startedAt()).isEqualTo(history.event(3).occurredAt());
        assertThat(folded.figures(clock).breachAt())
                .isEqualTo(history.event(3).occurredAt().plus(Duration.ofHours(2)));
    }

    @Test
    void everyWordToTheSellerBeginsTheTimeToTheNext() {
        FoldedHistory folded = FoldedHistory.of(underReview()
                .recategorizedTo("PRODUCT_SAFETY")
                .messagePosted("m-1", MessageVisibility.ALL)
                .messagePosted("m-2", MessageVisibility.MARKETPLACE));

        assertThat(folded.of(PERIODIC_UPDATE))
                .as("submitted, review started, recategorized; the seller's own message and internal ones are none")
                .hasSize(3);
    }

    @Test
    void anEscalationIsACycleOfItsOwnClocks() {
        FoldedHistory folded = FoldedHistory.of(underReview()
                .decidedBy("rita", Outcome.UPHELD)
                .escalated()
                .reviewStartedBy("sam")
                .decidedBy("sam", Outcome.PARTIALLY_OVERTURNED)
                .escalated());

        assertThat(folded.of(DECISION))
                .singleElement()
                .satisfies(clock -> assertThat(clock.state()).isEqualTo(MET));
        assertThat(folded.of(ESCALATION_WINDOW)).extracting(SlaClock::state).containsExactly(MET, MET);
        assertThat(folded.of(ESCALATION_DECISION)).extracting(SlaClock::state).containsExactly(MET, RUNNING);
        assertThat(folded.of(ESCALATION_DECISION)).extracting(SlaClock::cycle).containsExactly(1, 2);
    }

    @Test
    void eachRemedyHasItsClockAndTheyOutliveTheClosing() {
        FoldedHistory folded = FoldedHistory.of(underReview()
                .decidedBy("rita", Outcome.OVERTURNED, Remedy.LISTING_REINSTATED, Remedy.FEE_CREDITED)
                .accepted()
                .remedyImplemented(Remedy.FEE_CREDITED));

        assertThat(folded.of(REMEDY)).extracting(SlaClock::state).containsExactly(RUNNING, MET);
        assertThat(folded.of(REMEDY)).extracting(SlaClock::about).containsExactly("LISTING_REINSTATED", "FEE_CREDITED");
        assertThat(folded.last(ESCALATION_WINDOW).state()).isEqualTo(MET);
        assertThat(folded.state().live()).hasSize(1);
    }

    @Test
    void whatIsImplementedIsNotOwedAgainAndALaterDecisionReplacesTheRest() {
        FoldedHistory folded = FoldedHistory.of(underReview()
                .decidedBy("rita", Outcome.PARTIALLY_OVERTURNED, Remedy.LISTING_REINSTATED, Remedy.FEE_CREDITED)
                .remedyImplemented(Remedy.FEE_CREDITED)
                .escalated()
                .reviewStartedBy("sam")
                .decidedBy("sam", Outcome.OVERTURNED, Remedy.FEE_CREDITED, Remedy.DEFECT_REMOVED));

        assertThat(folded.of(REMEDY)).extracting(SlaClock::state).containsExactly(CANCELLED, MET, RUNNING);
        assertThat(folded.last(REMEDY).about()).isEqualTo("DEFECT_REMOVED");
    }

    @Test
    void anExternalBodyIsTimedToo() {
        AppealHistory history = underReview()
                .decidedBy("rita", Outcome.UPHELD)
                .escalated()
                .reviewStartedBy("sam")
                .decidedBy("sam", Outcome.UPHELD)
                .escalated()
                .reviewStartedBy("sue")
                .decidedBy("sue", Outcome.UPHELD)
                .referredExternally();
        FoldedHistory referred = FoldedHistory.of(history);
        assertThat(referred.state().live()).extracting(SlaClock::metric).containsExactly(EXTERNAL);
        assertThat(referred.figures(referred.last(EXTERNAL)).total()).isEqualTo(Duration.ofDays(90));

        FoldedHistory decided =
                FoldedHistory.of(history.externallyDecided(Outcome.OVERTURNED, Remedy.LISTING_REINSTATED));
        assertThat(decided.last(EXTERNAL).state()).isEqualTo(MET);
        assertThat(decided.last(REMEDY).state()).isEqualTo(RUNNING);
    }

    @Test
    void withdrawingCancelsAndReopeningBeginsANewCycle() {
        AppealHistory history = underReview().withdrawn();
        FoldedHistory withdrawn = FoldedHistory.of(history);
        assertThat(withdrawn.state().live()).isEmpty();
        assertThat(withdrawn.last(DECISION).state()).isEqualTo(CANCELLED);
        assertThat(withdrawn.alerts()).isEmpty();

        FoldedHistory reopened = FoldedHistory.of(history.reopenedTo(AppealStatus.UNDER_REVIEW));
        assertThat(reopened.last(DECISION).cycle()).isEqualTo(2);
        assertThat(reopened.last(DECISION).state()).isEqualTo(RUNNING);
    }

    @Test
    void aDraftThatIsReopenedHasItsWindowAgain() {
        FoldedHistory folded = FoldedHistory.of(enforced().opened().withdrawn().reopenedTo(AppealStatus.DRAFT));

        assertThat(folded.of(FILING_WINDOW)).extracting(SlaClock::state).containsExactly(CANCELLED, RUNNING);
    }

    @Test
    void whatWasMissedIsSaidWhenTheEventThatEndsItComes() {
        FoldedHistory folded =
                FoldedHistory.of(submitted().after(Duration.ofDays(2)).reviewStartedBy("rita"));

        assertThat(folded.said(ACKNOWLEDGEMENT)).containsExactly("75%", "BREACHED", "RECOVERED");
        assertThat(folded.alerts().get(1).dueAt()).isEqualTo(Instant.parse("2026-03-03T09:02:00Z"));
        assertThat(folded.figures(folded.last(ACKNOWLEDGEMENT)).isBreached(Instant.MAX))
                .isTrue();
    }

    @Test
    void anExtensionAfterTheBreachRecoversAndTheNextBreachIsNewsAgain() {
        AppealHistory history = underReview()
                .informationRequested("R-1", InformationSource.SELLER)
                .after(Duration.ofDays(8))
                .deadlineExtended("R-1")
                .after(Duration.ofDays(20))
                .informationProvided("R-1", InformationSource.SELLER);
        FoldedHistory folded = FoldedHistory.of(history);

        assertThat(folded.said(SELLER_RESPONSE))
                .containsExactly("50%", "PT24H", "BREACHED", "RECOVERED", "50%", "PT24H", "BREACHED", "RECOVERED");
        assertThat(folded.alerts().stream().map(alert -> alert.id(history.appealId())))
                .doesNotHaveDuplicates();
    }

    @Test
    void aCycleKeepsThePoliciesThatItBeganWith() {
        PolicyBook old = PolicyFile.parse("old", policies("1", "24h").getBytes(StandardCharsets.UTF_8));
        PolicyBook current = PolicyFile.parse("new", policies("2", "1h").getBytes(StandardCharsets.UTF_8));
        AppealHistory history = submitted();
        Folded first = null;
        for (var event : history.events()) {
            first = ClockFold.fold(first == null ? null : first.after(), event, PolicyBooks.always(old));
        }
        PolicyBooks changed = new PolicyBooks() {
            @Override
            public PolicyBook current() {
                return current;
            }

            @Override
            public PolicyBook pinned(String id) {
                return id.equals(old.id()) ? old : current;
            }
        };
        history.after(Duration.ofHours(12)).reviewStartedBy("rita");

        Folded folded = ClockFold.fold(Objects.requireNonNull(first).after(), history.last(), changed);

        assertThat(folded.alerts()).as("in time by the old goal").isEmpty();
        assertThat(folded.changed()).extracting(SlaClock::book).containsExactly(old.id());
    }

    private static String policies(String version, String goal) {
        return """
                version: "%s"
                policies:
                  - {name: acknowledgement, metric: acknowledgement, goal: %s, calendar: elapsed}
                """.formatted(version, goal);
    }

    @Test
    void aGapInTheVersionsIsRefused() {
        AppealHistory history = submitted();
        Folded first = ClockFold.fold(null, history.event(1), PolicyBooks.always(PolicyFile.shipped()));

        assertThatThrownBy(
                        () -> ClockFold.fold(first.after(), history.event(3), PolicyBooks.always(PolicyFile.shipped())))
                .isInstanceOf(UnfoldableEventException.class)
                .hasMessage("expected version 2 of the appeal, but found version 3");
    }
}
