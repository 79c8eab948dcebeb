package io.appeals.projections.sla.topology;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.appeals.projections.InvalidCursor;
import io.appeals.projections.NotReady;
import io.appeals.projections.history.AppealHistory;
import io.appeals.projections.sla.AlertQuery;
import io.appeals.projections.sla.ClockCensus;
import io.appeals.projections.sla.ClockQuery;
import io.appeals.projections.sla.Page;
import io.appeals.projections.sla.ProvenClock;
import io.appeals.projections.sla.clock.AlertKind;
import io.appeals.projections.sla.clock.ClockState;
import io.appeals.projections.sla.policy.Metric;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.appeal.AppealId;
import io.appeals.schema.appeal.InformationSource;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.table.SlaAlert;
import io.appeals.schema.table.SlaClockRow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The projection with a clock of the test's own. Histories begin on Monday 2026-03-02 at 09:00, one minute a step. */
class SlaTopologyTest {

    private static final Duration A_LITTLE = Duration.ofMillis(200);

    @TempDir
    Path folder;

    private SlaDriver driver;

    @BeforeEach
    void start() {
        driver = new SlaDriver(folder, AppealHistory.BEGINNING);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private static AppealHistory submitted() {
        return AppealHistory.of("S-1", "L-1").enforced().opened().submitted();
    }

    private static List<String> said(List<SlaAlert> alerts) {
        return alerts.stream()
                .map(alert -> alert.metric() + " " + alert.type() + " " + alert.threshold())
                .toList();
    }

    @Test
    void aWarningComesBeforeTheBreachAndEachOnce() {
        driver.caughtUp();
        driver.read(submitted());
        driver.passUntil(Instant.parse("2026-03-03T03:01:59Z"));
        assertThat(driver.alerts()).isEmpty();

        driver.passUntil(Instant.parse("2026-03-03T03:02:00.100Z"));
        assertThat(driver.alerts()).singleElement().satisfies(warning -> {
            assertThat(warning.type()).isEqualTo("sla.warning");
            assertThat(warning.threshold()).isEqualTo("75%");
            assertThat(warning.dueAt()).isEqualTo("2026-03-03T03:02:00Z");
            assertThat(warning.detectedAt()).isEqualTo("2026-03-03T03:02:00.100Z");
            assertThat(warning.breachAt()).isEqualTo("2026-03-03T09:02:00Z");
            assertThat(warning.late()).isFalse();
        });

        driver.passUntil(Instant.parse("2026-03-03T12:00:00Z"));
        assertThat(said(driver.alerts())).containsExactly("acknowledgement sla.breached 100%");
        driver.passUntil(Instant.parse("2026-03-03T18:00:00Z"));
        assertThat(driver.alerts()).isEmpty();
    }

    @Test
    void anAlertsIdCanBeComputedByAnybody() {
        driver.caughtUp();
        AppealHistory history = submitted();
        driver.read(history);
        driver.passUntil(Instant.parse("2026-03-03T10:00:00Z"));

        SlaAlert breach = driver.alerts().getLast();
        String name = history.appealId() + "|acknowledgement|1|sla.breached|100%";
        assertThat(breach.alertId())
                .isEqualTo(AppealId.nameBased(AppealId.NAMESPACE, name).toString());
    }

    @Test
    void theClocksRowSaysBreachedWhileItRunsOn() {
        driver.caughtUp();
        driver.read(submitted());
        driver.passUntil(Instant.parse("2026-03-03T21:02:00Z"));

        SlaClockRow row = lastRow("acknowledgement");
        assertThat(row.state()).isEqualTo("RUNNING");
        assertThat(row.breached()).isTrue();
        assertThat(row.percentUsed()).isEqualTo(150);
        assertThat(row.remainingMillis()).isZero();
        assertThat(row.breachAt()).isEqualTo("2026-03-03T09:02:00Z");
        assertThat(row.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.given()).isTrue());
        assertThat(row.policyVersion()).startsWith("2026-01+");
    }

    private SlaClockRow lastRow(String metric) {
        return driver.clockRows().stream()
                .filter(row -> row.metric().equals(metric))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Test
    void nothingIsSaidBeforeTheLogIsReadToItsEndAndThenAllOfItLateAndOnce() {
        AppealHistory history = submitted().after(Duration.ofDays(2)).reviewStartedBy("rita");
        driver.passUntil(Instant.parse("2026-03-20T00:00:00Z"));
        driver.read(history);
        driver.pass(Duration.ofHours(1));
        assertThat(driver.alerts()).isEmpty();

        driver.caughtUp();
        driver.pass(A_LITTLE);
        List<SlaAlert> alerts = driver.alerts();
        assertThat(said(alerts))
                .containsExactlyInAnyOrder(
                        "acknowledgement sla.warning 75%",
                        "acknowledgement sla.breached 100%",
                        "acknowledgement sla.recovered 100%",
                        "decision sla.warning 50%",
                        "decision sla.warning 75%",
                        "decision sla.warning PT24H",
                        "decision sla.breached 100%",
                        "periodic_update sla.warning 75%",
                        "periodic_update sla.breached 100%");
        assertThat(alerts)
                .allMatch(SlaAlert::late)
                .allMatch(alert -> alert.detectedAt().equals(driver.now()));
        driver.pass(Duration.ofHours(1));
        assertThat(driver.alerts()).isEmpty();
    }

    @Test
    void whatIsOlderThanTheTopicKeepsIsNotSaidAnyMore() {
        driver.passUntil(Instant.parse("2027-03-20T00:00:00Z"));
        driver.read(submitted());
        driver.caughtUp();
        driver.pass(A_LITTLE);

        assertThat(driver.alerts()).isEmpty();
        assertThat(lastRow("acknowledgement").breached()).isTrue();
    }

    @Test
    void anAppealWhoseTimeWasOverLongAgoIsStillProposedToLapse() {
        AppealHistory unused = AppealHistory.of("S-1", "L-1").enforced();
        driver.passUntil(Instant.parse("2027-03-20T00:00:00Z"));
        driver.read(unused);
        driver.caughtUp();
        driver.pass(A_LITTLE);

        assertThat(driver.alerts()).isEmpty();
        assertThat(driver.proposals())
                .extracting(
                        IssuedCommand::appealId, proposal -> proposal.command().type())
                .containsExactly(tuple(unused.appealId(), "LapseAppeal"));
    }

    @Test
    void meetingABreachedClockRecovers() {
        driver.caughtUp();
        AppealHistory history = submitted();
        driver.read(history);
        driver.passUntil(Instant.parse("2026-03-03T10:00:00Z"));
        driver.alerts();

        driver.read(history.after(Duration.ofHours(25)).reviewStartedBy("rita").last());

        assertThat(said(driver.alerts())).containsExactly("acknowledgement sla.recovered 100%");
    }

    @Test
    void anExtensionAfterTheBreachRecoversAndTheNextBreachIsSaidAgain() {
        driver.caughtUp();
        AppealHistory history =
                submitted().reviewStartedBy("rita").informationRequested("R-1", InformationSource.SELLER);
        driver.read(history);
        driver.passUntil(history.now().plus(Duration.ofDays(8)));
        List<SlaAlert> before = driver.alerts();
        assertThat(said(before)).contains("seller_response sla.breached 100%");

        driver.read(history.after(Duration.ofDays(8)).deadlineExtended("R-1").last());
        assertThat(said(driver.alerts())).containsExactly("seller_response sla.recovered 100%");

        driver.passUntil(history.now().plus(Duration.ofDays(20)));
        List<SlaAlert> after = driver.alerts();
        assertThat(said(after)).contains("seller_response sla.breached 100%");
        assertThat(after.getLast().alertId())
                .isNotIn(before.stream().map(SlaAlert::alertId).toList());
    }

    @Test
    void aSilentSellerIsProposedToLapseOnceTheirTimeIsOver() {
        driver.caughtUp();
        AppealHistory history =
                submitted().reviewStartedBy("rita").informationRequested("R-1", InformationSource.SELLER);
        driver.read(history);
        driver.passUntil(history.now().plus(Duration.ofDays(7)));

        IssuedCommand proposal = driver.proposals().getFirst();
        assertThat(proposal.command()).isInstanceOf(AppealCommand.LapseAppeal.class);
        assertThat(proposal.appealId()).isEqualTo(history.appealId());
        assertThat(proposal.actor().type()).isEqualTo(ActorType.SYSTEM);
        assertThat(proposal.issuedAt())
                .isAfterOrEqualTo(history.event(5).occurredAt().plus(Duration.ofDays(7)));
        SlaAlert breach = driver.alerts().stream()
                .filter(alert ->
                        alert.metric().equals("seller_response") && alert.type().equals("sla.breached"))
                .findFirst()
                .orElseThrow();
        assertThat(breach.proposedCommandId()).isEqualTo(proposal.commandId());
    }

    @Test
    void anUnusedFilingWindowLapsesAndAnUnusedEscalationWindowCloses() {
        driver.caughtUp();
        AppealHistory unused = AppealHistory.of("S-1", "L-1").enforced();
        AppealHistory decided = AppealHistory.of("S-2", "L-2")
                .enforced()
                .opened()
                .submitted()
                .reviewStartedBy("rita")
                .decidedBy("rita", Outcome.UPHELD);
        driver.read(unused);
        driver.read(decided);
        driver.passUntil(AppealHistory.BEGINNING.plus(Duration.ofDays(31)));

        assertThat(driver.proposals())
                .extracting(
                        IssuedCommand::appealId, proposal -> proposal.command().type())
                .containsExactlyInAnyOrder(
                        tuple(unused.appealId(), "LapseAppeal"), tuple(decided.appealId(), "CloseAppeal"));
    }

    @Test
    void aBreachThatIsOverWhenItIsNoticedProposesNothing() {
        AppealHistory history = submitted()
                .reviewStartedBy("rita")
                .informationRequested("R-1", InformationSource.SELLER)
                .after(Duration.ofDays(8))
                .informationProvided("R-1", InformationSource.SELLER);
        driver.passUntil(history.now());
        driver.read(history);
        driver.caughtUp();
        driver.pass(A_LITTLE);

        assertThat(said(driver.alerts())).contains("seller_response sla.breached 100%");
        assertThat(driver.proposals()).isEmpty();
    }

    @Test
    void anEventThatIsReadTwiceChangesNothing() {
        driver.caughtUp();
        AppealHistory history = submitted();
        driver.read(history);
        driver.clockRows();
        driver.read(history);

        assertThat(driver.clockRows()).isEmpty();
    }

    @Test
    void anEventThatCannotBeFoldedMarksTheAppealAndStopsNobodyElse() {
        driver.caughtUp();
        AppealHistory broken = submitted();
        driver.read(broken);
        driver.clockRows();
        driver.readBytes(broken.appealId(), new byte[] {7, 7});
        driver.read(broken.reviewStartedBy("rita").last());
        AppealHistory other = AppealHistory.of("S-2", "L-2").enforced();
        driver.read(other);

        assertThat(driver.deadLetters())
                .extracting(letter -> letter.reason(), letter -> letter.reportedBy())
                .containsExactly(tuple("undecodable", "appeals-sla-v1"), tuple("unfoldable", "appeals-sla-v1"));
        assertThat(driver.clockRows())
                .filteredOn(row -> row.appealId().equals(broken.appealId()))
                .hasSize(3)
                .allMatch(row -> Long.valueOf(4).equals(row.degradedSince()));
        assertThat(driver.queries().readiness().degradedAppeals()).isEqualTo(1);
        assertThat(driver.queries().clocks(other.appealId(), 0)).hasSize(1);
    }

    @Test
    void nothingIsAnsweredBeforeTheLogIsReadToItsEnd() {
        AppealHistory history = submitted();
        driver.read(history);

        assertThatThrownBy(() -> driver.queries().clocks(history.appealId(), 0)).isInstanceOf(NotReady.class);
        assertThatThrownBy(() -> driver.queries().clocks(ClockQuery.all(10))).isInstanceOf(NotReady.class);
        assertThat(driver.queries().readiness().ready()).isFalse();
    }

    @Test
    void theClocksOfAnAppealComeWithTheirProof() {
        driver.caughtUp();
        AppealHistory history =
                submitted().reviewStartedBy("rita").informationRequested("R-1", InformationSource.SELLER);
        driver.read(history);
        driver.passUntil(history.now().plus(Duration.ofHours(5)));

        List<ProvenClock> clocks = driver.queries().clocks(history.appealId(), 5);

        assertThat(clocks)
                .extracting(clock -> clock.clock().metric())
                .containsExactlyInAnyOrder(
                        "filing_window",
                        "acknowledgement",
                        "decision",
                        "periodic_update",
                        "periodic_update",
                        "seller_response");
        ProvenClock decision = clocks.stream()
                .filter(clock -> clock.clock().metric().equals("decision"))
                .findFirst()
                .orElseThrow();
        assertThat(decision.intervals()).extracting(ProvenClock.Interval::kind).containsExactly("RUNNING", "PAUSED");
        assertThat(decision.intervals().stream()
                        .mapToLong(ProvenClock.Interval::elapsedMillis)
                        .sum())
                .isEqualTo(decision.clock().elapsedMillis())
                .isEqualTo(Duration.ofMinutes(2).toMillis());
        assertThat(decision.clock().pausedMillis())
                .isEqualTo(Duration.ofHours(5).plusMinutes(1).toMillis());
        assertThatThrownBy(() -> driver.queries().clocks(history.appealId(), 6)).isInstanceOf(NotReady.class);
        assertThat(driver.queries().clocks("unknown", 0)).isEmpty();
    }

    @Test
    void clocksAtRiskComeByTheirBreachPageAfterPage() {
        driver.caughtUp();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            AppealHistory history = AppealHistory.of(
                            "S-" + i % 2, "L-" + i, AppealHistory.BEGINNING.minus(Duration.ofMinutes(10L * i)))
                    .opened()
                    .submitted();
            expected.addFirst(history.appealId());
            driver.read(history);
        }
        ClockQuery query = ClockQuery.all(10).of(Metric.ACKNOWLEDGEMENT);

        assertThat(all(query)).extracting(SlaClockRow::appealId).containsExactlyElementsOf(expected);
        assertThat(all(query.ofSeller("S-1")))
                .hasSize(12)
                .allMatch(row -> row.sellerId().equals("S-1"));
        Instant before = AppealHistory.BEGINNING.plus(Duration.ofHours(22));
        assertThat(all(query.dueBefore(before)))
                .hasSizeBetween(1, 24)
                .allMatch(row -> row.breachAt() != null && row.breachAt().isBefore(before));
        assertThat(all(query.in(ClockState.PAUSED, null))).isEmpty();
        assertThat(all(query.inCategory("FUNDS_HELD"))).isEmpty();
        assertThat(all(query.in(null, true))).isEmpty();
        driver.passUntil(before);
        assertThat(all(query.in(null, true))).hasSameSizeAs(all(query.dueBefore(before.plusMillis(1))));
        String cursor = driver.queries().clocks(query).nextCursor();
        assertThatThrownBy(() -> driver.queries()
                        .clocks(ClockQuery.all(10).of(Metric.DECISION).from(cursor)))
                .isInstanceOf(InvalidCursor.class);
    }

    private List<SlaClockRow> all(ClockQuery query) {
        List<SlaClockRow> all = new ArrayList<>();
        ClockQuery next = query;
        do {
            Page<SlaClockRow> page = driver.queries().clocks(next);
            all.addAll(page.items());
            next = next.from(page.nextCursor());
        } while (next.cursor() != null);
        return all;
    }

    @Test
    void alertsComeTheLatestFirst() {
        driver.caughtUp();
        driver.read(submitted());
        driver.read(AppealHistory.of("S-2", "L-2").opened().submitted());
        driver.passUntil(Instant.parse("2026-03-03T04:00:00Z"));
        driver.passUntil(Instant.parse("2026-03-03T12:00:00Z"));

        Page<SlaAlert> all = driver.queries().alerts(AlertQuery.all(3));
        assertThat(said(all.items()))
                .containsExactly(
                        "acknowledgement sla.breached 100%",
                        "acknowledgement sla.breached 100%", "acknowledgement sla.warning 75%");
        Page<SlaAlert> rest = driver.queries().alerts(AlertQuery.all(3).from(all.nextCursor()));
        assertThat(said(rest.items())).containsExactly("acknowledgement sla.warning 75%");
        assertThat(rest.nextCursor()).isNull();
        assertThat(driver.queries()
                        .alerts(AlertQuery.all(10).ofSeller("S-2").of(AlertKind.BREACHED, Metric.ACKNOWLEDGEMENT))
                        .items())
                .singleElement()
                .satisfies(alert -> assertThat(alert.sellerId()).isEqualTo("S-2"));
        Instant between = Instant.parse("2026-03-03T05:00:00Z");
        assertThat(said(driver.queries()
                        .alerts(AlertQuery.all(10).detected(null, between))
                        .items()))
                .containsOnly("acknowledgement sla.warning 75%");
        assertThat(said(driver.queries()
                        .alerts(AlertQuery.all(10).detected(between, null))
                        .items()))
                .containsOnly("acknowledgement sla.breached 100%");
    }

    @Test
    void clocksAreCountedByMetricStateAndCategory() {
        driver.caughtUp();
        driver.read(submitted());
        driver.read(AppealHistory.of("S-2", "L-2")
                .opened()
                .submitted()
                .reviewStartedBy("rita")
                .informationRequested("R-1", InformationSource.SELLER));
        driver.passUntil(Instant.parse("2026-03-04T00:00:00Z"));

        ClockCensus census = driver.queries().census();

        String category = "PRODUCT_AUTHENTICITY";
        assertThat(census.counts())
                .extracting(ClockCensus.Count::kind)
                .containsExactlyInAnyOrder(
                        new ClockCensus.Kind(Metric.ACKNOWLEDGEMENT, ClockState.RUNNING, true, category),
                        new ClockCensus.Kind(Metric.DECISION, ClockState.RUNNING, false, category),
                        new ClockCensus.Kind(Metric.DECISION, ClockState.PAUSED, false, category),
                        new ClockCensus.Kind(Metric.PERIODIC_UPDATE, ClockState.RUNNING, false, category),
                        new ClockCensus.Kind(Metric.SELLER_RESPONSE, ClockState.RUNNING, false, category));
        assertThat(census.counts()).allMatch(count -> count.count() == 1);
        assertThat(census.nearestBreach())
                .containsOnlyKeys(Metric.DECISION, Metric.PERIODIC_UPDATE, Metric.SELLER_RESPONSE)
                .containsEntry(Metric.DECISION, Instant.parse("2026-03-11T09:02:00Z"));
        assertThat(census.takenAt()).isEqualTo(driver.now());
        assertThat(census.overdueSince()).isNull();
    }

    @Test
    void clocksThatWillSoonBeBreachedAreCountedByHowSoon() {
        driver.caughtUp();
        driver.read(submitted());
        driver.passUntil(Instant.parse("2026-03-03T06:00:00Z"));

        ClockCensus census = driver.queries().census();

        Instant acknowledgeBy = requireNonNull(census.nearestBreach().get(Metric.ACKNOWLEDGEMENT));
        assertThat(Duration.between(driver.now(), acknowledgeBy)).isBetween(Duration.ofHours(1), Duration.ofHours(4));
        assertThat(census.soon())
                .filteredOn(soon -> soon.metric() == Metric.ACKNOWLEDGEMENT)
                .containsExactly(
                        new ClockCensus.Soon(Metric.ACKNOWLEDGEMENT, Duration.ofHours(1), 0),
                        new ClockCensus.Soon(Metric.ACKNOWLEDGEMENT, Duration.ofHours(4), 1),
                        new ClockCensus.Soon(Metric.ACKNOWLEDGEMENT, Duration.ofDays(1), 1));
        assertThat(census.soon()).noneMatch(soon -> soon.metric() == Metric.DECISION);
    }

    @Test
    void whatNobodyHasNoticedYetIsSeenByItsAge() {
        driver.read(submitted());
        driver.passUntil(Instant.parse("2026-03-04T00:00:00Z"));

        ClockCensus behind = driver.queries().census();

        assertThat(behind.counts()).isEmpty();
        assertThat(behind.overdueSince()).isBetween(submitted().last().occurredAt(), driver.now());

        driver.caughtUp();
        driver.pass(Duration.ofSeconds(1));
        assertThat(driver.queries().census().overdueSince()).isNull();
    }
}
