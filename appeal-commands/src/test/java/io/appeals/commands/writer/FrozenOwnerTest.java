package io.appeals.commands.writer;

import io.appeals.api.broker.KafkaBroker;
import io.appeals.schema.event.RecordedEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two owners in one group; one is frozen past its session and wakes as a zombie. */
@Tag("broker")
@Tag("representative")
class FrozenOwnerTest {

    private static final int APPEALS = 40;

    @RegisterExtension
    static final KafkaBroker broker = KafkaBroker.shared();

    @TempDir
    Path folder;

    private final TestCluster cluster = TestCluster.on(broker.bootstrapServers());
    private final String seller = "seller-" + UUID.randomUUID();

    /** Killed, they said no farewell to the group. */
    @AfterEach
    void forgetBothNodes() {
        cluster.forget("node-a");
        cluster.forget("node-b");
    }

    @Test
    @Timeout(180)
    void aZombieLosesAndDoublesNothing() throws Exception {
        beginAppeals();
        try (NodeProcess sleeper = node("node-a");
                NodeProcess other = node("node-b")) {
            TestCluster.await(() -> sleeper.acknowledgedSoFar() > 500 && other.acknowledgedSoFar() > 500);
            for (int round = 0; round < 2; round++) {
                sleeper.freeze();
                Thread.sleep(TestCluster.SESSION.plusSeconds(4));
                int before = other.acknowledgedSoFar();
                TestCluster.await(() -> other.acknowledgedSoFar() > before + 500);
                sleeper.wake();
                int asleep = sleeper.acknowledgedSoFar();
                TestCluster.await(() -> sleeper.acknowledgedSoFar() > asleep + 500);
            }
            sleeper.kill();
            other.kill();
            List<NodeProcess.Acknowledged> acknowledged = new ArrayList<>(sleeper.acknowledged());
            acknowledged.addAll(other.acknowledged());
            Map<String, List<RecordedEvent>> log = new LogOnBroker(cluster.bootstrapServers()).verified();
            Acknowledgements.allStandIn(log, acknowledged);
        }
    }

    private NodeProcess node(String nodeId) throws Exception {
        return NodeProcess.start(cluster.bootstrapServers(), nodeId, folder.resolve(nodeId), seller);
    }

    private void beginAppeals() {
        try (var door = cluster.openAlone("node-a", folder.resolve("node-a"))) {
            for (int appeal = 0; appeal < APPEALS; appeal++) {
                Heard.accepted(door.submit(SampleCommands.enforcement("begin", seller, "L-" + appeal)));
            }
        }
    }
}
