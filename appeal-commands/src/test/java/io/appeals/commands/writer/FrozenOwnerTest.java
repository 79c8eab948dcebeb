package io.appeals.commands.writer;

import io.appeals.schema.event.RecordedEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two owners in one group; one is frozen past its session and wakes as a zombie. */
@Tag("broker")
class FrozenOwnerTest {

    private static final String SELLER = "seller-1";
    private static final int APPEALS = 40;

    @TempDir
    Path folder;

    @Test
    @Timeout(180)
    void aZombieLosesAndDoublesNothing() throws Exception {
        try (BrokerInAnotherProcess broker = BrokerInAnotherProcess.start(folder.resolve("kafka"))) {
            TestCluster cluster = TestCluster.on(broker.bootstrapServers());
            beginAppeals(cluster);
            try (NodeProcess sleeper = node(cluster, "node-a");
                    NodeProcess other = node(cluster, "node-b")) {
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
    }

    private NodeProcess node(TestCluster cluster, String nodeId) throws Exception {
        return NodeProcess.start(cluster.bootstrapServers(), nodeId, folder.resolve(nodeId), SELLER);
    }

    private void beginAppeals(TestCluster cluster) {
        try (var door = cluster.openAlone("node-a", folder.resolve("node-a"))) {
            for (int appeal = 0; appeal < APPEALS; appeal++) {
                Heard.accepted(door.submit(SampleCommands.enforcement("begin", SELLER, "L-" + appeal)));
            }
        }
    }
}
