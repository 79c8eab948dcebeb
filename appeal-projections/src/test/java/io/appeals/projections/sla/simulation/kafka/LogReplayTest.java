package io.appeals.projections.sla.simulation.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appeals.api.broker.KafkaBroker;
import io.appeals.projections.history.AppealHistory;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.policy.yaml.PolicyFile;
import io.appeals.projections.sla.simulation.PolicySimulation;
import io.appeals.projections.sla.simulation.PolicySimulation.Comparison;
import io.appeals.projections.sla.simulation.PolicySimulation.Outcome;
import io.appeals.projections.sla.simulation.PolicySimulation.Tally;
import io.appeals.projections.topology.LogWriter;
import io.appeals.schema.event.RecordedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies compared over a real log, which other tests write to as well. */
@Tag("broker")
class LogReplayTest {

    @RegisterExtension
    static final KafkaBroker broker = KafkaBroker.shared();

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final long AT_ONCE = 1_000_000;
    private static final Instant BEGIN = AppealHistory.BEGINNING;

    /** Only this test's appeals are measured. */
    private final String category =
            "OF_THIS_TEST_" + UUID.randomUUID().toString().replace("-", "").toUpperCase();

    private final String sellerId = "S-" + UUID.randomUUID();

    private LogWriter log;

    @BeforeEach
    void open() {
        log = new LogWriter(broker.bootstrapServers());
    }

    @AfterEach
    void close() {
        log.close();
    }

    private PolicyBook filedWithin(String goal) {
        return PolicyFile.parse("test", """
                version: test
                policies:
                  - {name: f, metric: filing_window, match: {categories: [%s]}, goal: %s, calendar: elapsed, warnings: [{percent: 50}]}
                """.formatted(category, goal).getBytes(StandardCharsets.UTF_8));
    }

    private AppealHistory withdrawnAfter(Duration time, int number) {
        return AppealHistory.of(sellerId, "L-" + number)
                .openedAs(category)
                .after(time)
                .withdrawn();
    }

    private Outcome compared(LongSupplier nanoTime, Duration allowed, long recordsAtOnce) {
        try (Consumer<String, byte[]> consumer =
                LogReplay.consumer(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            return new LogReplay(consumer, new LogProgress(), allowed, nanoTime, recordsAtOnce)
                    .into(new PolicySimulation(
                            filedWithin("30d"), filedWithin("8h"), BEGIN, BEGIN.plus(Duration.ofDays(5))));
        }
    }

    /** All at once, and so few at once, measured by what others wrote as well, that each partition is read several times. */
    @ParameterizedTest
    @ValueSource(longs = {1, 9})
    void eventsOfManyAppealsAreReadAmongEachOtherUpToTheEnd(long parts) {
        List<AppealHistory> histories = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            histories.add(withdrawnAfter(Duration.ofHours(i < 10 ? 1 : i < 30 ? 5 : 10), i));
        }
        log.write(histories.stream().map(each -> each.event(1)).toList());
        log.write(histories.stream().map(each -> each.event(2)).toList());

        long all = compared(System::nanoTime, LONG, AT_ONCE).events();
        Outcome outcome = compared(System::nanoTime, LONG, parts == 1 ? AT_ONCE : all / parts);

        assertThat(outcome.comparisons()).singleElement().satisfies(comparison -> {
            assertThat(comparison.line().category()).isEqualTo(category);
            assertThat(comparison.before()).isEqualTo(new Tally(60, 0, 0));
            assertThat(comparison.after()).isEqualTo(new Tally(60, 50, 30));
        });
        assertThat(outcome.events()).isGreaterThanOrEqualTo(120);
    }

    @Test
    void whatWasNotCommittedNeverHappened() {
        log.abort(withdrawnAfter(Duration.ofHours(10), 1).events());
        log.write(withdrawnAfter(Duration.ofHours(1), 2));

        assertThat(compared(System::nanoTime, LONG, AT_ONCE).comparisons())
                .extracting(Comparison::after)
                .containsExactly(new Tally(1, 0, 0));
    }

    @Test
    void bytesThatAreNoEventEndTheirAppealsStoryAndAreTold() {
        AppealHistory broken = withdrawnAfter(Duration.ofHours(1), 1);
        RecordedEvent opened = broken.event(1);
        long before = compared(System::nanoTime, LONG, AT_ONCE).appealsLeftOut();
        log.write(List.of(opened));
        log.writeBytes(broken.appealId(), new byte[] {9});
        log.write(List.of(broken.event(2)));

        Outcome outcome = compared(System::nanoTime, LONG, AT_ONCE);

        assertThat(outcome.appealsLeftOut()).isEqualTo(before + 1);
        assertThat(outcome.comparisons())
                .as("the draft stays as it was")
                .extracting(Comparison::after)
                .containsExactly(new Tally(1, 1, 1));
    }

    @Test
    void aLogThatTakesLongerThanItMayIsGivenUpWithAnEstimate() {
        for (int i = 0; i < 10; i++) {
            log.write(withdrawnAfter(Duration.ofHours(1), i));
        }
        AtomicLong time = new AtomicLong();

        assertThatThrownBy(() -> compared(() -> time.addAndGet(40_000_000_000L), Duration.ofSeconds(30), AT_ONCE))
                .isInstanceOf(LogTooLong.class)
                .hasMessageMatching(
                        "of [\\d,]+ records that are to be read, [\\d,]+ were read in 40 s, so that all of them would take about [\\d,]+ s; 30 s are allowed");
    }
}
