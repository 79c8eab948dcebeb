package io.appeals.commands.writer;

import static io.appeals.commands.writer.Heard.accepted;
import static io.appeals.commands.writer.Heard.heard;
import static io.appeals.commands.writer.SampleCommands.enforcement;
import static io.appeals.commands.writer.SampleCommands.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.broker.KafkaBroker;
import io.appeals.commands.CommandAnswer;
import io.appeals.commands.writer.kafka.KafkaCommandDoor;
import io.appeals.schema.event.RecordedEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Tag("broker")
class SeveralNodesTest {

    private static final int LISTINGS = 20;

    @RegisterExtension
    static final KafkaBroker broker = KafkaBroker.shared();

    @TempDir
    Path folder;

    private final TestCluster cluster = TestCluster.on(broker.bootstrapServers());
    private final String seller = "seller-" + UUID.randomUUID();

    @AfterEach
    void forgetTheSecondNode() {
        cluster.forget("node-b");
    }

    @Test
    void everyNodeTakesEveryCommandWhoeverOwnsItsAppeal() {
        try (KafkaCommandDoor a = open("node-a");
                KafkaCommandDoor b = open("node-b")) {
            TestCluster.await(() -> TestCluster.owns(a, 2) && TestCluster.owns(b, 2));

            for (int listing = 0; listing < LISTINGS; listing++) {
                accepted(a.submit(enforcement("c0", seller, "L-" + listing)));
                accepted(b.submit(message("c1", seller, "L-" + listing, "through the other node")));
                assertThat(accepted(a.submit(message("c1", seller, "L-" + listing, "through the other node")))
                                .version())
                        .isEqualTo(2);
            }
        }
        Map<String, List<RecordedEvent>> log = new LogOnBroker(cluster.bootstrapServers()).verified();
        assertThat(IntStream.range(0, LISTINGS)
                        .mapToObj(listing -> log.get(SampleCommands.appealId(seller, "L-" + listing))))
                .allSatisfy(events -> assertThat(events).hasSize(2));
    }

    @Test
    void aRebalanceUnderLoadLosesNothingAndAnswersEverybody() throws Exception {
        List<CompletableFuture<CommandAnswer>> answers = new ArrayList<>();
        try (KafkaCommandDoor a = TestCluster.alone(open("node-a"))) {
            for (int listing = 0; listing < LISTINGS; listing++) {
                accepted(a.submit(enforcement("c0", seller, "L-" + listing)));
            }
            AtomicBoolean enough = new AtomicBoolean();
            Thread sender = Thread.startVirtualThread(() -> sendUntil(enough, a, answers));
            try (KafkaCommandDoor b = open("node-b")) {
                TestCluster.await(() -> TestCluster.owns(a, 2) && TestCluster.owns(b, 2));
            }
            cluster.forget("node-b");
            TestCluster.await(() -> TestCluster.owns(a, TestCluster.PARTITIONS));
            enough.set(true);
            sender.join();
            List<CommandAnswer> heard =
                    answers.stream().map(answer -> heard(answer)).toList();
            Map<String, List<RecordedEvent>> log = new LogOnBroker(cluster.bootstrapServers()).verified();
            Acknowledgements.allStandIn(log, decided(heard));
        }
    }

    private void sendUntil(
            AtomicBoolean enough, KafkaCommandDoor door, List<CompletableFuture<CommandAnswer>> answers) {
        for (int i = 1; !enough.get(); i++) {
            CompletableFuture<CommandAnswer> answer =
                    door.submit(message("m" + i, seller, "L-" + i % LISTINGS, "while partitions move"));
            answers.add(answer);
            if (i % 16 == 0) {
                answer.join();
            }
        }
    }

    private static List<NodeProcess.Acknowledged> decided(List<CommandAnswer> heard) {
        return heard.stream()
                .filter(CommandAnswer.Decided.class::isInstance)
                .map(answer -> ((CommandAnswer.Decided) answer).result())
                .map(result -> new NodeProcess.Acknowledged(
                        result.commandId(), result.appealId(), java.util.Objects.requireNonNull(result.version())))
                .toList();
    }

    private KafkaCommandDoor open(String nodeId) {
        return cluster.open(nodeId, folder.resolve(nodeId));
    }
}
