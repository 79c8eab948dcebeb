package io.appeals.projections.sla.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.appeals.projections.history.AppealHistory;
import io.appeals.projections.history.RandomHistory;
import io.appeals.projections.sla.appeal.ClockKey;
import io.appeals.projections.sla.policy.Metric;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.policy.yaml.PolicyFile;
import io.appeals.projections.sla.simulation.PolicySimulation.Comparison;
import io.appeals.projections.sla.simulation.PolicySimulation.Example;
import io.appeals.projections.sla.simulation.PolicySimulation.Outcome;
import io.appeals.projections.sla.simulation.PolicySimulation.Tally;
import io.appeals.projections.sla.simulation.PolicySimulation.Verdict;
import io.appeals.schema.appeal.InformationSource;
import io.appeals.schema.event.RecordedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PolicySimulationTest {

    private static final Instant BEGIN = AppealHistory.BEGINNING;

    private static PolicyBook acknowledgedWithin(String goal) {
        return book("{name: a, metric: acknowledgement, goal: %s, calendar: elapsed, warnings: [{percent: 50}]}"
                .formatted(goal));
    }

    private static PolicyBook book(String... policies) {
        return PolicyFile.parse(
                "test",
                ("version: test\npolicies:\n  - " + String.join("\n  - ", policies)).getBytes(StandardCharsets.UTF_8));
    }

    /** Submitted at 09:01, one minute after it was opened. */
    private static AppealHistory acknowledgedAfter(String listing, Duration time) {
        return AppealHistory.of("S-1", listing)
                .opened()
                .submitted()
                .after(time.minusMinutes(1))
                .reviewStartedBy("rita");
    }

    private static Outcome compare(
            PolicyBook before, PolicyBook after, Instant from, Instant until, List<RecordedEvent> events) {
        PolicySimulation simulation = new PolicySimulation(before, after, from, until);
        events.forEach(simulation::add);
        simulation.settle();
        return simulation.outcome();
    }

    private static List<RecordedEvent> events(AppealHistory... histories) {
        return Arrays.stream(histories)
                .flatMap(history -> history.events().stream())
                .toList();
    }

    private static List<Comparison> compare(Instant from, Instant until, AppealHistory... histories) {
        return compare(acknowledgedWithin("24h"), acknowledgedWithin("8h"), from, until, events(histories))
                .comparisons();
    }

    @Test
    void aShorterGoalWouldHaveBeenBreachedWhereTheLongerWasKept() {
        AppealHistory quick = acknowledgedAfter("L-1", Duration.ofHours(2));
        AppealHistory slow = acknowledgedAfter("L-2", Duration.ofHours(10));
        AppealHistory verySlow = acknowledgedAfter("L-3", Duration.ofHours(30));

        List<Comparison> outcome = compare(BEGIN, BEGIN.plus(Duration.ofDays(5)), quick, slow, verySlow);

        assertThat(outcome).singleElement().satisfies(comparison -> {
            assertThat(comparison.line().metric()).isEqualTo(Metric.ACKNOWLEDGEMENT);
            assertThat(comparison.line().category()).isEqualTo("PRODUCT_AUTHENTICITY");
            assertThat(comparison.before()).isEqualTo(new Tally(3, 1, 1));
            assertThat(comparison.after()).isEqualTo(new Tally(3, 2, 2));
        });
        assertThat(outcome.getFirst().examples())
                .containsExactly(
                        new Example(
                                slow.appealId(),
                                new ClockKey(Metric.ACKNOWLEDGEMENT, 1),
                                null,
                                new Verdict(List.of(), null),
                                new Verdict(List.of(at("13:01:00")), at("17:01:00"))),
                        new Example(
                                verySlow.appealId(),
                                new ClockKey(Metric.ACKNOWLEDGEMENT, 1),
                                null,
                                new Verdict(List.of(at("21:01:00")), Instant.parse("2026-03-03T09:01:00Z")),
                                new Verdict(List.of(at("13:01:00")), at("17:01:00"))));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + "Z");
    }

    @Test
    void onlyWhatFallsIntoThePeriodCounts() {
        AppealHistory slow = acknowledgedAfter("L-2", Duration.ofHours(30));

        assertThat(compare(BEGIN.plus(Duration.ofHours(12)), BEGIN.plus(Duration.ofHours(20)), slow)
                        .getFirst())
                .satisfies(comparison -> {
                    assertThat(comparison.before()).isEqualTo(new Tally(1, 1, 0));
                    assertThat(comparison.after()).isEqualTo(new Tally(1, 0, 0));
                });
        assertThat(compare(BEGIN.plus(Duration.ofDays(3)), BEGIN.plus(Duration.ofDays(4)), slow))
                .as("what had ended before")
                .isEmpty();
        assertThat(compare(BEGIN.minus(Duration.ofDays(3)), BEGIN, slow))
                .as("what began later")
                .isEmpty();
    }

    @Test
    void aClockThatStillRunsAtTheEndCountsWithWhatWasDueByThen() {
        AppealHistory waiting = AppealHistory.of("S-1", "L-1").opened().submitted();

        assertThat(compare(BEGIN, BEGIN.plus(Duration.ofHours(13)), waiting).getFirst())
                .satisfies(comparison -> {
                    assertThat(comparison.before()).isEqualTo(new Tally(1, 1, 0));
                    assertThat(comparison.after()).isEqualTo(new Tally(1, 1, 1));
                });
    }

    @Test
    void aMetricThatOnlyOneBookMeasuresCountsThereAlone() {
        AppealHistory slow = acknowledgedAfter("L-1", Duration.ofHours(30));

        Comparison comparison = compare(
                        acknowledgedWithin("24h"),
                        book("{name: e, metric: external, goal: 90d, calendar: elapsed}"),
                        BEGIN,
                        BEGIN.plus(Duration.ofDays(5)),
                        slow.events())
                .comparisons()
                .getFirst();

        assertThat(comparison.before()).isEqualTo(new Tally(1, 1, 1));
        assertThat(comparison.after()).isEqualTo(Tally.NONE);
        assertThat(comparison.examples())
                .singleElement()
                .satisfies(example -> assertThat(example.after()).isNull());
    }

    @Test
    void linesAreByCategoryAndNameWhatIsMeasured() {
        AppealHistory authenticity = AppealHistory.of("S-1", "L-1").opened();
        AppealHistory funds = AppealHistory.of("S-1", "L-2")
                .opened()
                .submitted()
                .reviewStartedBy("rita")
                .recategorizedTo("FUNDS_HELD")
                .informationRequested("R-1", InformationSource.SELLER);
        PolicyBook generous = book(
                "{name: f, metric: filing_window, goal: 30d, calendar: elapsed}",
                "{name: s, metric: seller_response, goal: 72h, calendar: elapsed}");
        PolicyBook strict = book(
                "{name: f, metric: filing_window, goal: 30d, calendar: elapsed}",
                "{name: s, metric: seller_response, goal: 24h, calendar: elapsed}");

        List<Comparison> outcome = compare(
                        generous, strict, BEGIN, BEGIN.plus(Duration.ofDays(2)), events(authenticity, funds))
                .comparisons();

        assertThat(outcome)
                .extracting(each -> each.line().metric(), each -> each.line().category())
                .containsExactly(
                        tuple(Metric.FILING_WINDOW, "PRODUCT_AUTHENTICITY"),
                        tuple(Metric.SELLER_RESPONSE, "FUNDS_HELD"));
        assertThat(outcome.getLast().examples())
                .extracting(Example::appealId, Example::about)
                .containsExactly(tuple(funds.appealId(), "R-1"));
    }

    @Test
    void whatCannotBeFoldedConcernsItsAppealAloneAndIsTold() {
        AppealHistory broken = acknowledgedAfter("L-1", Duration.ofHours(10));
        AppealHistory sound = acknowledgedAfter("L-2", Duration.ofHours(10));
        List<RecordedEvent> events = new ArrayList<>(sound.events());
        events.add(broken.event(1));
        events.add(broken.event(3));
        events.add(broken.event(3));

        Outcome outcome = compare(
                acknowledgedWithin("24h"), acknowledgedWithin("8h"), BEGIN, BEGIN.plus(Duration.ofDays(5)), events);

        assertThat(outcome.comparisons())
                .singleElement()
                .satisfies(comparison -> assertThat(comparison.after()).isEqualTo(new Tally(1, 1, 1)));
        assertThat(outcome.appeals()).isEqualTo(2);
        assertThat(outcome.appealsLeftOut()).isEqualTo(1);
        assertThat(outcome.leftOut()).containsExactly(broken.appealId());
    }

    @Test
    void examplesOfBreachesComeBeforeThoseOfWarnings() {
        List<RecordedEvent> events = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            events.addAll(acknowledgedAfter("warned-" + i, Duration.ofHours(5)).events());
        }
        AppealHistory breached = acknowledgedAfter("breached", Duration.ofHours(10));
        events.addAll(breached.events());

        List<Example> examples = compare(
                        acknowledgedWithin("24h"),
                        acknowledgedWithin("8h"),
                        BEGIN,
                        BEGIN.plus(Duration.ofDays(5)),
                        events)
                .comparisons()
                .getFirst()
                .examples();

        assertThat(examples).hasSize(5);
        assertThat(examples.getFirst().appealId()).isEqualTo(breached.appealId());
    }

    /** In the log the events of many appeals stand among each other. */
    @RepeatedTest(10)
    void theOrderAmongAppealsDoesNotMatter(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<List<RecordedEvent>> histories = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            RandomHistory history = new RandomHistory(random, AppealHistory.of("S-" + i % 3, "L-" + i));
            for (int step = 0; step < 30; step++) {
                history.history().after(Duration.ofHours(random.nextInt(20)));
                history.step();
            }
            histories.add(history.history().events());
        }
        PolicyBook strict = book(
                "{name: d, metric: decision, goal: 48h, calendar: elapsed, pauseWhile: [AWAITING_SELLER], warnings: [{percent: 50}]}",
                "{name: s, metric: seller_response, goal: 24h, calendar: elapsed, warnings: [{timeLeft: 4h}]}",
                "{name: r, metric: remedy, goal: 24h, calendar: elapsed}");
        Instant from = BEGIN.plus(Duration.ofDays(2));
        Instant until = BEGIN.plus(Duration.ofDays(9));

        Outcome oneAfterTheOther = compare(
                PolicyFile.shipped(),
                strict,
                from,
                until,
                histories.stream().flatMap(List::stream).toList());
        Outcome mixed = compare(PolicyFile.shipped(), strict, from, until, mixed(histories, random));

        assertThat(mixed.events()).isEqualTo(oneAfterTheOther.events());
        assertThat(mixed.appealsLeftOut()).isZero();
        assertThat(mixed.comparisons())
                .as("seed %d", repetition.getCurrentRepetition())
                .extracting(Comparison::line, Comparison::before, Comparison::after)
                .isNotEmpty()
                .isEqualTo(oneAfterTheOther.comparisons().stream()
                        .map(each -> tuple(each.line(), each.before(), each.after()))
                        .toList());
    }

    private static List<RecordedEvent> mixed(List<List<RecordedEvent>> histories, Random random) {
        List<List<RecordedEvent>> left = new ArrayList<>();
        histories.forEach(history -> left.add(new ArrayList<>(history)));
        List<RecordedEvent> mixed = new ArrayList<>();
        while (!left.isEmpty()) {
            List<RecordedEvent> one = left.get(random.nextInt(left.size()));
            if (one.isEmpty()) {
                left.remove(one);
            } else {
                mixed.add(one.removeFirst());
            }
        }
        return mixed;
    }
}
