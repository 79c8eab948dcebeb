package io.appeals.projections.sla.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.appeals.projections.InvalidCursor;
import io.appeals.projections.ListingQuery;
import io.appeals.projections.ListingSort;
import io.appeals.projections.NotReady;
import io.appeals.projections.history.AppealHistory;
import io.appeals.projections.sla.ClockCondition;
import io.appeals.projections.sla.DeadlineListing;
import io.appeals.projections.sla.DeadlineQueries;
import io.appeals.projections.sla.TimedAppeal;
import io.appeals.projections.sla.TimedAppeal.LiveClock;
import io.appeals.projections.sla.policy.Metric;
import io.appeals.projections.topology.ProjectionDriver;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.InformationSource;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.event.RecordedEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Views and clocks come from two projections, either of which may be ahead of the other. */
class ViewsAndClocksTest {

    private static final ListingQuery ALL = ListingQuery.all(ListingSort.OPENED_ASCENDING, 10);
    private static final DeadlineListing NEAREST_FIRST = new DeadlineListing(ALL, Set.of(), null, true);

    @TempDir
    Path folder;

    private ProjectionDriver views;
    private SlaDriver clocks;
    private DeadlineQueries queries;

    @BeforeEach
    void start() {
        views = new ProjectionDriver(folder.resolve("views")).caughtUp();
        clocks = new SlaDriver(folder.resolve("clocks"), AppealHistory.BEGINNING);
        queries = clocks.deadlines(views);
    }

    @AfterEach
    void stop() {
        clocks.close();
        views.close();
    }

    private void bothRead(AppealHistory history) {
        views.read(history);
        clocks.read(history);
    }

    private static AppealHistory underReview(String listing) {
        return AppealHistory.of("S-1", listing).enforced().opened().submitted().reviewStartedBy("rita");
    }

    private TimedAppeal told(AppealHistory history) {
        return queries.appeal(history.appealId(), 0).orElseThrow();
    }

    private static List<Metric> metrics(TimedAppeal appeal) {
        return appeal.clocks().stream().map(LiveClock::metric).toList();
    }

    @Test
    void anAppealsClocksAreThoseOfItsViewThoughTheirProjectionIsBehind() {
        clocks.caughtUp();
        AppealHistory history = underReview("L-1");
        bothRead(history);
        views.read(history.decidedBy("rita", Outcome.UPHELD).last());

        TimedAppeal appeal = told(history);

        assertThat(appeal.view().status()).isEqualTo(AppealStatus.DECIDED);
        assertThat(metrics(appeal)).containsExactly(Metric.ESCALATION_WINDOW);
        assertThat(queries.list(NEAREST_FIRST).items()).containsExactly(appeal);
        clocks.read(history.last());
        assertThat(told(history)).isEqualTo(appeal);
    }

    @Test
    void anAppealThatTheClocksDoNotKnowYetHasItsClocksAllTheSame() {
        clocks.caughtUp();
        AppealHistory history = AppealHistory.of("S-1", "L-1").enforced();
        views.read(history);

        assertThat(metrics(told(history))).containsExactly(Metric.FILING_WINDOW);
        assertThat(queries.list(NEAREST_FIRST).items()).containsExactly(told(history));
    }

    @Test
    void whatNoLongerMatchesIsNotListedThoughTheClocksAreBehind() {
        clocks.caughtUp();
        AppealHistory history = underReview("L-1");
        bothRead(history);
        clocks.passUntil(AppealHistory.BEGINNING.plus(Duration.ofDays(20)));
        DeadlineListing breached = new DeadlineListing(ALL, Set.of(ClockCondition.BREACHED), null, true);
        assertThat(queries.list(breached).items()).hasSize(1);

        history.after(Duration.ofDays(20)).decidedBy("rita", Outcome.UPHELD);
        views.read(history.last());

        assertThat(queries.list(breached).items()).isEmpty();
    }

    @Test
    void aViewThatIsBehindItsClocksIsWaitedForRatherThanToldWithThem() {
        clocks.caughtUp();
        AppealHistory history = underReview("L-1");
        bothRead(history);
        RecordedEvent decided = history.decidedBy("rita", Outcome.UPHELD).last();
        clocks.read(decided);

        assertThatThrownBy(() -> queries.list(NEAREST_FIRST)).isInstanceOf(NotReady.class);
        assertThatThrownBy(() -> queries.list(new DeadlineListing(ALL, Set.of(), null, false)))
                .isInstanceOf(NotReady.class);
        assertThatThrownBy(() -> told(history)).isInstanceOf(NotReady.class);

        views.read(decided);
        assertThat(metrics(told(history))).containsExactly(Metric.ESCALATION_WINDOW);
        assertThat(queries.list(NEAREST_FIRST).items()).hasSize(1);
    }

    @Test
    void untilTheClocksHaveCaughtUpWhatAsksForThemIsNotAnswered() {
        AppealHistory history = underReview("L-1");
        bothRead(history);

        assertThatThrownBy(() -> queries.list(NEAREST_FIRST)).isInstanceOf(NotReady.class);
        assertThatThrownBy(() -> queries.list(new DeadlineListing(ALL, Set.of(ClockCondition.MET), null, false)))
                .isInstanceOf(NotReady.class);
        assertThatThrownBy(() -> queries.list(new DeadlineListing(ALL, Set.of(), Instant.EPOCH, false)))
                .isInstanceOf(NotReady.class);
    }

    @Test
    void untilTheClocksHaveCaughtUpEverythingElseIsToldWithoutThemAndSaysSo() {
        AppealHistory history = underReview("L-1");
        bothRead(history);

        assertThat(told(history).clocksNotReady()).contains("caught up");
        assertThat(told(history).clocks()).isEmpty();
        assertThat(queries.list(new DeadlineListing(ALL, Set.of(), null, false)).items())
                .singleElement()
                .satisfies(appeal -> assertThat(appeal.clocksNotReady()).isNotNull());
    }

    @Test
    void clocksThatAreDegradedAreNotTold() {
        clocks.caughtUp();
        AppealHistory history = underReview("L-1");
        bothRead(history);
        clocks.readBytes(history.appealId(), new byte[] {9});

        assertThat(told(history).clocksNotReady()).isEqualTo("the clocks are degraded since version 5");
        assertThat(queries.list(NEAREST_FIRST).items()).hasSize(1);
    }

    @Test
    void aViewThatIsDegradedIsToldWithoutItsClocks() {
        clocks.caughtUp();
        AppealHistory history = underReview("L-1");
        bothRead(history);
        views.readUnreadable(history.appealId());
        clocks.read(history.decidedBy("rita", Outcome.UPHELD).last());

        assertThat(told(history).clocksNotReady()).isEqualTo("the appeal is degraded since version 5");
        assertThat(queries.list(NEAREST_FIRST).items()).hasSize(1);
    }

    @Test
    void whatEachSideMayDoNextIsDueByTheClocksThatBindIt() {
        clocks.caughtUp();
        AppealHistory submitted =
                AppealHistory.of("S-1", "L-1").enforced().opened().submitted();
        AppealHistory asked = underReview("L-2").informationRequested("R-1", InformationSource.SELLER);
        AppealHistory settled = underReview("L-3").decidedBy("rita", Outcome.SETTLED, Remedy.LISTING_REINSTATED);
        AppealHistory escalated =
                underReview("L-4").decidedBy("rita", Outcome.UPHELD).escalated();
        List.of(submitted, asked, settled, escalated).forEach(this::bothRead);

        assertThat(due(submitted, true))
                .containsOnly(
                        entry("StartReview", Instant.parse("2026-03-03T09:02:00Z")),
                        entry("DecideAppeal", Instant.parse("2026-03-11T09:02:00Z")),
                        entry("PostMessage", Instant.parse("2026-03-09T09:02:00Z")));
        assertThat(due(submitted, false)).isEmpty();
        assertThat(due(asked, false)).containsOnly(entry("ProvideInformation", Instant.parse("2026-03-09T09:04:00Z")));
        assertThat(due(settled, true)).containsEntry("ConfirmRemedy", Instant.parse("2026-03-09T09:04:00Z"));
        assertThat(due(settled, false)).containsOnlyKeys("EscalateAppeal", "AcceptDecision", "ReferExternally");
        assertThat(due(escalated, true)).containsEntry("StartReview", Instant.parse("2026-03-09T09:05:00Z"));
    }

    private Map<String, Instant> due(AppealHistory history, boolean toMarketplace) {
        return told(history).actionDeadlines(toMarketplace);
    }

    @Test
    void aCursorOfAnotherListingIsRefused() {
        clocks.caughtUp();
        bothRead(underReview("L-1"));
        bothRead(underReview("L-2"));
        String cursor = queries.list(NEAREST_FIRST.of(ListingQuery.all(ListingSort.OPENED_ASCENDING, 1)))
                .nextCursor();

        assertThat(cursor).isNotNull();
        DeadlineListing again = NEAREST_FIRST.of(ALL.from(cursor));
        assertThat(queries.list(again).items()).hasSize(1);
        assertThatThrownBy(() -> queries.list(
                        NEAREST_FIRST.of(ALL.inCategory("FUNDS_HELD").from(cursor))))
                .isInstanceOf(InvalidCursor.class);
        assertThatThrownBy(() -> queries.list(
                        new DeadlineListing(ALL.from(cursor), Set.of(ClockCondition.BREACHED), null, true)))
                .isInstanceOf(InvalidCursor.class);
        assertThatThrownBy(() -> queries.list(new DeadlineListing(ALL.from(cursor), Set.of(), null, false)))
                .isInstanceOf(InvalidCursor.class);
        assertThatThrownBy(() -> queries.list(NEAREST_FIRST.of(ALL.from("damaged"))))
                .isInstanceOf(InvalidCursor.class);
    }
}
