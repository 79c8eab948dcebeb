package io.appeals.projections.sla.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.projections.history.AppealHistory;
import io.appeals.projections.history.RandomHistory;
import io.appeals.projections.sla.clock.AlertKind;
import io.appeals.projections.sla.clock.ClockState;
import io.appeals.projections.sla.clock.DueMoment;
import io.appeals.projections.sla.clock.SlaClock;
import io.appeals.projections.sla.clock.Span;
import io.appeals.projections.sla.policy.Metric;
import io.appeals.projections.sla.policy.yaml.PolicyFile;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.InformationSource;
import io.appeals.schema.event.AppealEvent;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.wire.RecordCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What holds for the clocks of every history. {@code -Dsla.seed} repeats a run. */
class RandomHistoriesClocksTest {

    private static final long SEED = Long.getLong("sla.seed", System.nanoTime());
    private static final int HISTORIES = 400;
    private static final RecordCodec<AppealClocks> CLOCKS = RecordCodec.of(AppealClocks.class);

    @Test
    void clocksFollowFromTheirEvents() {
        System.out.println("clocks of random histories: -Dsla.seed=" + SEED);
        Random random = new Random(SEED);
        for (int i = 0; i < HISTORIES; i++) {
            AppealHistory history = AppealHistory.of("S-" + i, "L-" + i);
            RandomHistory story = new RandomHistory(random, history);
            for (int step = random.nextInt(40); step >= 0 && story.step(); step--) {
                history.after(Duration.ofMinutes(random.nextInt(random.nextBoolean() ? 600 : 20_000)));
            }
            check(history);
        }
    }

    private static void check(AppealHistory history) {
        FoldedHistory folded = new FoldedHistory(PolicyBooks.always(PolicyFile.shipped()));
        for (RecordedEvent event : history.events()) {
            folded.fold(event);
            assertLive(folded.state(), event);
        }
        String about = "seed " + SEED + ", " + history.events();
        assertCycles(folded, history.events(), about);
        folded.all().forEach(clock -> assertProof(folded, clock, history.now(), about));
        assertAlerts(folded, history, about);
    }

    private static void assertLive(AppealClocks state, RecordedEvent event) {
        String about = "seed " + SEED + " at " + event;
        assertThat(CLOCKS.decode(CLOCKS.encode(state))).as(about).isEqualTo(state);
        assertThat(state.live()).as(about).allMatch(SlaClock::isLive);
        assertThat(state.live().stream().map(SlaClock::metric).filter(metric -> metric != Metric.REMEDY))
                .as(about)
                .doesNotHaveDuplicates();
        boolean waiting =
                event.status() == AppealStatus.AWAITING_SELLER || event.status() == AppealStatus.AWAITING_THIRD_PARTY;
        for (SlaClock clock : state.live()) {
            if (clock.metric() == Metric.DECISION || clock.metric() == Metric.ESCALATION_DECISION) {
                assertThat(clock.state()).as(about).isEqualTo(waiting ? ClockState.PAUSED : ClockState.RUNNING);
            }
            if (event.status() == AppealStatus.CLOSED) {
                assertThat(clock.metric()).as(about).isEqualTo(Metric.REMEDY);
            }
        }
    }

    private static void assertCycles(FoldedHistory folded, List<RecordedEvent> events, String about) {
        assertCount(folded, Metric.ACKNOWLEDGEMENT, events, e -> e instanceof AppealEvent.AppealSubmitted, about);
        assertCount(folded, Metric.ESCALATION_WINDOW, events, e -> e instanceof AppealEvent.AppealDecided, about);
        assertCount(folded, Metric.EXTERNAL, events, e -> e instanceof AppealEvent.ReferredExternally, about);
        assertCount(
                folded,
                Metric.SELLER_RESPONSE,
                events,
                e -> e instanceof AppealEvent.InformationRequested asked && asked.from() == InformationSource.SELLER,
                about);
        assertCount(
                folded,
                Metric.THIRD_PARTY_RESPONSE,
                events,
                e -> e instanceof AppealEvent.InformationRequested asked
                        && asked.from() == InformationSource.THIRD_PARTY,
                about);
        for (Metric metric : Metric.values()) {
            assertThat(folded.of(metric).stream().map(SlaClock::cycle))
                    .as(about)
                    .doesNotHaveDuplicates();
            assertThat(folded.of(metric))
                    .as(about)
                    .allMatch(clock -> clock.cycle() <= folded.of(metric).size());
        }
    }

    private static void assertCount(
            FoldedHistory folded,
            Metric metric,
            List<RecordedEvent> events,
            Predicate<AppealEvent> begins,
            String about) {
        long expected = events.stream().map(RecordedEvent::event).filter(begins).count();
        assertThat(folded.of(metric)).as(metric + ": " + about).hasSize((int) expected);
    }

    /** The intervals follow each other without gap from the start to the end, and their lengths are all the time there was. */
    private static void assertProof(FoldedHistory folded, SlaClock clock, Instant now, String about) {
        Instant at = clock.startedAt();
        for (Span span : clock.spans()) {
            assertThat(span.from()).as(about).isEqualTo(at);
            at = span.to() == null ? now : span.to();
        }
        Instant end = clock.endedAt() == null ? now : clock.endedAt();
        assertThat(at).as(about).isEqualTo(end);
        assertThat(clock.isLive()).as(about).isEqualTo(clock.endedAt() == null);
        Duration reckoned =
                folded.figures(clock).elapsed(end).plus(folded.figures(clock).paused(end));
        assertThat(reckoned).as(about).isLessThanOrEqualTo(Duration.between(clock.startedAt(), end));
    }

    private static void assertAlerts(FoldedHistory folded, AppealHistory history, String about) {
        assertThat(folded.alerts().stream().map(alert -> alert.id(history.appealId())))
                .as(about)
                .doesNotHaveDuplicates();
        for (SlaClock clock : folded.all()) {
            if (clock.isLive() || clock.round() > 0) {
                continue;
            }
            boolean breached = folded.figures(clock).isBreached(history.now());
            assertThat(count(folded, clock, AlertKind.BREACHED)).as(about).isEqualTo(breached ? 1 : 0);
            assertThat(count(folded, clock, AlertKind.RECOVERED))
                    .as(about)
                    .isEqualTo(breached && clock.state() == ClockState.MET ? 1 : 0);
            assertThat(clock.passed().contains(DueMoment.ALL)).as(about).isEqualTo(breached);
        }
    }

    private static long count(FoldedHistory folded, SlaClock clock, AlertKind kind) {
        return folded.alerts().stream()
                .filter(alert -> ClockKey.of(alert.clock()).equals(ClockKey.of(clock)) && alert.kind() == kind)
                .count();
    }
}
