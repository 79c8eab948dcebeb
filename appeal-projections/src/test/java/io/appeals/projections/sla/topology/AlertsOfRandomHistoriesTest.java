package io.appeals.projections.sla.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.projections.history.AppealHistory;
import io.appeals.projections.history.RandomHistory;
import io.appeals.projections.sla.appeal.Alert;
import io.appeals.projections.sla.appeal.FoldedHistory;
import io.appeals.projections.sla.clock.SlaClock;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.table.SlaAlert;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the timer notices a moment when it comes, or an event finds it past, or an outage lies between: the same alerts, once. */
class AlertsOfRandomHistoriesTest {

    private static final long SEED = Long.getLong("sla.seed", System.nanoTime());
    private static final int APPEALS = 60;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);

    @Test
    void theTimerSaysWhatTheEventsAloneImply() {
        System.out.println("alerts of random histories: -Dsla.seed=" + SEED);
        List<AppealHistory> histories = histories();
        Instant end = histories.stream()
                .map(AppealHistory::now)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<String> expected = histories.stream()
                .flatMap(history -> implied(history, end).stream())
                .sorted()
                .toList();

        assertThat(run(histories, end, true)).as("seed " + SEED).isEqualTo(expected);
        assertThat(run(histories, end, false))
                .as("after an outage, seed " + SEED)
                .isEqualTo(expected);
    }

    private List<AppealHistory> histories() {
        List<AppealHistory> histories = new ArrayList<>();
        for (int i = 0; i < APPEALS; i++) {
            RandomHistory story = new RandomHistory(random, AppealHistory.of("S-" + i % 5, "L-" + i));
            for (int step = random.nextInt(15); step >= 0 && story.step(); step--) {
                story.history().after(Duration.ofMinutes(random.nextInt(7_000)));
            }
            histories.add(story.history());
        }
        return histories;
    }

    private static List<String> implied(AppealHistory history, Instant end) {
        FoldedHistory folded = FoldedHistory.of(history);
        List<Alert> alerts = new ArrayList<>(folded.alerts());
        for (SlaClock clock : folded.state().live()) {
            folded.figures(clock).due(end).forEach(moment -> alerts.add(Alert.of(clock, moment)));
        }
        return alerts.stream().map(alert -> alert.id(history.appealId())).toList();
    }

    private List<String> run(List<AppealHistory> histories, Instant end, boolean live) {
        List<SlaAlert> alerts = new ArrayList<>();
        Instant begin = live ? AppealHistory.BEGINNING.minus(Duration.ofDays(1)) : end;
        try (SlaDriver driver = new SlaDriver(folder.resolve("live-" + live), begin)) {
            if (live) {
                driver.caughtUp();
            }
            List<RecordedEvent> log = histories.stream()
                    .flatMap(history -> history.events().stream())
                    .sorted(Comparator.comparing(RecordedEvent::occurredAt))
                    .toList();
            for (RecordedEvent event : log) {
                if (live) {
                    driver.passUntil(event.occurredAt());
                }
                driver.read(event);
            }
            driver.caughtUp();
            driver.passUntil(end);
            for (int look = 0; look < 50; look++) {
                driver.pass(Duration.ofMillis(100));
            }
            alerts.addAll(driver.alerts());
        }
        return alerts.stream().map(SlaAlert::alertId).sorted().toList();
    }
}
