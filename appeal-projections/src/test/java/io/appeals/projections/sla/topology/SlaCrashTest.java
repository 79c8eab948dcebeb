package io.appeals.projections.sla.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.broker.KafkaBroker;
import io.appeals.projections.history.AppealHistory;
import io.appeals.projections.topology.LogWriter;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.table.SlaAlert;
import io.appeals.schema.wire.Published;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand filing windows end in the same second, and the node that watches them is killed with -9 in the middle of
 * it, again and again. {@code -Dsla.seed} repeats the moments.
 */
@Tag("broker")
@Timeout(300)
class SlaCrashTest {

    @RegisterExtension
    static final KafkaBroker broker = KafkaBroker.shared();

    private static final long SEED = Long.getLong("sla.seed", System.nanoTime());
    private static final int APPEALS = 10_000;

    /** Two warnings that were missed, and the breach. */
    private static final int ALERTS_EACH = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    Path folder;

    private final String seller = "storm-" + UUID.randomUUID();

    @Test
    void everyAlertAndEveryProposalIsThereOnceHoweverOftenTheNodeIsKilled() throws Exception {
        System.out.println("SLA crash test: -Dsla.seed=" + SEED);
        Random random = new Random(SEED);
        Set<String> appeals = writeStorm(Instant.now().plus(Duration.ofSeconds(25)));
        try (CommittedRecords<SlaAlert> alerts = new CommittedRecords<>(
                        broker.bootstrapServers(),
                        Published.SLA_ALERTS,
                        alert -> alert.sellerId().equals(seller));
                CommittedRecords<IssuedCommand> proposals = new CommittedRecords<>(
                        broker.bootstrapServers(),
                        Published.COMMANDS,
                        command -> appeals.contains(command.appealId()))) {
            killAfter(1 + random.nextInt(APPEALS), alerts);
            killAfter(APPEALS + random.nextInt(APPEALS - 1), alerts);
            killAfter(2 * APPEALS + 1 + random.nextInt(APPEALS / 2), alerts);
            killAfter(2 * APPEALS + APPEALS / 2 + random.nextInt(APPEALS / 2), alerts);
            killAfter(ALERTS_EACH * APPEALS, alerts);
            // Once more from what is there: it must find nothing left to say.
            try (SlaNodeProcess last = start()) {
                assertEachOnce(alerts.pollFor(Duration.ofSeconds(10)), appeals);
                assertProposals(proposals.await(APPEALS, PATIENCE), appeals);
            }
        }
    }

    private Set<String> writeStorm(Instant breachAt) {
        Set<String> appeals = new HashSet<>();
        Instant enforcedAt = breachAt.minus(Duration.ofDays(30));
        try (LogWriter log = new LogWriter(broker.bootstrapServers())) {
            List<RecordedEvent> events = new ArrayList<>();
            for (int i = 0; i < APPEALS; i++) {
                AppealHistory history =
                        AppealHistory.of(seller, "L-" + i, enforcedAt).enforced();
                appeals.add(history.appealId());
                events.add(history.last());
            }
            log.write(events);
        }
        return appeals;
    }

    private SlaNodeProcess start() throws Exception {
        return SlaNodeProcess.start(broker.bootstrapServers(), "sla-crash", folder.resolve("state"));
    }

    private void killAfter(int count, CommittedRecords<SlaAlert> alerts) throws Exception {
        try (SlaNodeProcess node = start()) {
            alerts.await(count, PATIENCE);
            node.kill();
        }
        System.out.println("SLA crash test: killed after " + alerts.poll().size() + " alerts");
    }

    private static void assertEachOnce(List<SlaAlert> alerts, Set<String> appeals) {
        assertThat(alerts.stream().map(SlaAlert::alertId)).doesNotHaveDuplicates();
        assertThat(alerts).hasSize(ALERTS_EACH * APPEALS);
        assertThat(alerts.stream().filter(alert -> alert.type().equals("sla.breached")))
                .hasSize(APPEALS)
                .allMatch(alert -> appeals.contains(alert.appealId()))
                .allMatch(alert -> !alert.detectedAt().isBefore(alert.dueAt()));
    }

    private static void assertProposals(List<IssuedCommand> proposals, Set<String> appeals) {
        assertThat(proposals.stream().map(IssuedCommand::commandId)).doesNotHaveDuplicates();
        assertThat(proposals.stream().map(IssuedCommand::appealId)).containsExactlyInAnyOrderElementsOf(appeals);
        assertThat(proposals).allMatch(command -> command.command().type().equals("LapseAppeal"));
    }
}
