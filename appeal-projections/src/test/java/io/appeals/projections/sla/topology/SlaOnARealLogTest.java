package io.appeals.projections.sla.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.broker.KafkaBroker;
import io.appeals.projections.history.AppealHistory;
import io.appeals.projections.sla.AlertQuery;
import io.appeals.projections.sla.ProvenClock;
import io.appeals.projections.sla.SlaQueries;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.policy.yaml.PolicyFile;
import io.appeals.projections.topology.LogWriter;
import io.appeals.projections.topology.ProjectionSettings;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.table.SlaAlert;
import io.appeals.schema.wire.Published;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Tag("broker")
@Timeout(180)
class SlaOnARealLogTest {

    @RegisterExtension
    static final KafkaBroker broker = KafkaBroker.shared();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    /** The topics are shared with other tests: each has sellers of its own. */
    private final String seller = "seller-" + UUID.randomUUID();

    private LogWriter log;
    private CommittedRecords<SlaAlert> alerts;

    @BeforeEach
    void openLog() {
        log = new LogWriter(broker.bootstrapServers());
        alerts = new CommittedRecords<>(
                broker.bootstrapServers(),
                Published.SLA_ALERTS,
                alert -> alert.sellerId().equals(seller) && alert.metric().equals("acknowledgement"));
    }

    @AfterEach
    void closeLog() {
        alerts.close();
        log.close();
    }

    /** Submitted so long ago that the acknowledgement is breached in a moment; its warning was due hours ago. */
    private AppealHistory acknowledgementDueIn(Duration time, String listing) {
        Instant submittedAt = Instant.now().plus(time).minus(Duration.ofHours(24));
        return AppealHistory.of(seller, listing, submittedAt.minus(Duration.ofMinutes(1)))
                .opened()
                .submitted();
    }

    private SlaProjection start(String node, PolicyBook policies) {
        return SlaProjection.start(
                ProjectionSettings.usual(broker.bootstrapServers(), node, folder.resolve(node)),
                policies,
                SlaObserver.NONE,
                SlaTime.of(InstantSource.system(), 1));
    }

    private SlaProjection start(String node) {
        return start(node, PolicyFile.shipped());
    }

    private static SlaQueries ready(SlaProjection projection) {
        Instant giveUpAt = Instant.now().plus(PATIENCE);
        while (!projection.queries().readiness().ready()) {
            assertThat(Instant.now())
                    .as(projection.queries().readiness().toString())
                    .isBefore(giveUpAt);
            Thread.onSpinWait();
        }
        return projection.queries();
    }

    @Test
    void aBreachIsSaidAsItHappensAndWhatWasMissedIsSaidLate() {
        try (SlaProjection projection = start("sla-live")) {
            SlaQueries queries = ready(projection);
            AppealHistory history = acknowledgementDueIn(Duration.ofSeconds(4), "L-1");
            log.write(history);
            List<ProvenClock> clocks = queries.clocks(history.appealId(), 2);
            assertThat(clocks).extracting(clock -> clock.clock().state()).contains("RUNNING");

            List<SlaAlert> said = alerts.await(2, PATIENCE);

            assertThat(said).extracting(SlaAlert::type).containsExactly("sla.warning", "sla.breached");
            assertThat(said).extracting(SlaAlert::late).containsExactly(true, false);
            SlaAlert breach = said.getLast();
            assertThat(Duration.between(breach.dueAt(), breach.detectedAt())).isLessThan(Duration.ofSeconds(2));
            assertThat(queries.alerts(AlertQuery.all(10).ofSeller(seller)).items())
                    .extracting(SlaAlert::alertId)
                    .contains(breach.alertId());
        }
    }

    @Test
    void whatFellDueDuringAnOutageIsSaidOnceAfterIt() throws InterruptedException {
        AppealHistory history = acknowledgementDueIn(Duration.ofSeconds(6), "L-1");
        try (SlaProjection projection = start("sla-outage")) {
            ready(projection);
            log.write(history);
            alerts.await(1, PATIENCE);
        }
        // The story stands a minute after the submission; the review begins two seconds after the breach.
        history.after(Duration.ofHours(24).minusMinutes(1).plusSeconds(2)).reviewStartedBy("rita");
        Thread.sleep(Math.max(
                0, Duration.between(Instant.now(), history.last().occurredAt()).toMillis()));
        log.write(List.of(history.last()));
        for (int restart = 0; restart < 2; restart++) {
            try (SlaProjection projection = start("sla-outage")) {
                ready(projection);
                alerts.await(3, PATIENCE);
            }
        }
        assertThat(alerts.pollFor(Duration.ofSeconds(1)))
                .extracting(SlaAlert::type)
                .containsExactly("sla.warning", "sla.breached", "sla.recovered");
    }

    @Test
    void aLostStateIsRestoredAndNothingIsSaidAgain() {
        AppealHistory history = acknowledgementDueIn(Duration.ofSeconds(-60), "L-1");
        List<ProvenClock> before;
        try (SlaProjection projection = start("sla-first")) {
            SlaQueries queries = ready(projection);
            log.write(history);
            alerts.await(2, PATIENCE);
            before = queries.clocks(history.appealId(), 2);
        }
        try (SlaProjection projection = start("sla-other-disk")) {
            List<ProvenClock> after = ready(projection).clocks(history.appealId(), 2);
            assertThat(after).hasSameSizeAs(before);
            assertThat(after.getFirst().targets()).isEqualTo(before.getFirst().targets());
            assertThat(alerts.pollFor(Duration.ofSeconds(2))).hasSize(2);
        }
    }

    @Test
    void aClockGoesByThePoliciesItBeganWithEvenIfTheirFileIsGone() {
        AppealHistory history = acknowledgementDueIn(Duration.ofSeconds(15), "L-1");
        PolicyBook old = PolicyFile.shipped();
        try (SlaProjection projection = start("sla-policies", old)) {
            ready(projection);
            log.write(history);
            alerts.await(1, PATIENCE);
        }
        PolicyBook other = PolicyFile.parse("other", """
                version: "other"
                policies: [{name: remedy, metric: remedy, goal: 1d, calendar: elapsed}]
                """.getBytes(StandardCharsets.UTF_8));
        try (SlaProjection projection = start("sla-policies", other)) {
            SlaQueries queries = ready(projection);
            List<SlaAlert> said = alerts.await(2, PATIENCE);
            assertThat(said).extracting(SlaAlert::policyVersion).containsOnly(old.id());
            assertThat(queries.clocks(history.appealId(), 0))
                    .extracting(clock -> clock.clock().policyVersion())
                    .containsOnly(old.id());
        }
    }

    @Test
    void eachAlertIsSaidOnceWhileNodesComeAndGo() {
        int appeals = 1_500;
        List<RecordedEvent> events = new ArrayList<>();
        for (int i = 0; i < appeals; i++) {
            // Deadlines fall due all the while, for some fifteen seconds.
            events.addAll(acknowledgementDueIn(Duration.ofSeconds(10).plusMillis(10L * i), "L-" + i)
                    .events());
        }
        log.write(events);
        SlaProjection first = start("sla-node-1");
        try (SlaProjection second = start("sla-node-2")) {
            alerts.await(appeals + appeals / 4, PATIENCE);
            first.close();
            alerts.await(appeals + appeals / 2, PATIENCE);
            try (SlaProjection third = start("sla-node-3")) {
                alerts.await(2 * appeals, PATIENCE);
                List<SlaAlert> all = alerts.pollFor(Duration.ofSeconds(2));
                assertThat(all.stream().map(SlaAlert::alertId)).doesNotHaveDuplicates();
                assertThat(all).hasSize(2 * appeals);
                assertThat(third.queries().readiness().problems()).isEmpty();
            }
        } finally {
            first.close();
        }
    }
}
