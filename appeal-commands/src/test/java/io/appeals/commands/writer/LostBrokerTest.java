package io.appeals.commands.writer;

import io.appeals.schema.event.RecordedEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The broker, or the node, is killed with -9 under load and comes back. */
@Tag("broker")
class LostBrokerTest {

    private static final String SELLER = "seller-1";
    private static final int APPEALS = 40;

    @TempDir
    Path folder;

    @Test
    @Timeout(180)
    void theNodeHealsByItselfWhenTheBrokerComesBack() throws Exception {
        try (BrokerInAnotherProcess broker = BrokerInAnotherProcess.start(folder.resolve("kafka"))) {
            TestCluster cluster = TestCluster.on(broker.bootstrapServers());
            beginAppeals(cluster);
            try (NodeProcess node = node(cluster)) {
                for (int round = 0; round < 2; round++) {
                    int before = node.acknowledgedSoFar();
                    TestCluster.await(() -> node.acknowledgedSoFar() > before + 500);
                    broker.kill();
                    Thread.sleep(500L + round * 12_000L);
                    broker.startAgain();
                }
                int back = node.acknowledgedSoFar();
                TestCluster.await(() -> node.acknowledgedSoFar() > back + 500);
                node.kill();
                Acknowledgements.allStandIn(log(cluster), node.acknowledged());
            }
        }
    }

    @Test
    @Timeout(180)
    void aNodeKilledUnderLoadGoesOnWithoutLossOrRepeat() throws Exception {
        try (BrokerInAnotherProcess broker = BrokerInAnotherProcess.start(folder.resolve("kafka"))) {
            TestCluster cluster = TestCluster.on(broker.bootstrapServers());
            beginAppeals(cluster);
            for (int round = 1; round <= 3; round++) {
                try (NodeProcess node = node(cluster)) {
                    int enough = 200 * round;
                    TestCluster.await(() -> node.acknowledgedSoFar() > enough);
                    node.kill();
                    Acknowledgements.allStandIn(log(cluster), node.acknowledged());
                }
            }
        }
    }

    private static Map<String, List<RecordedEvent>> log(TestCluster cluster) {
        return new LogOnBroker(cluster.bootstrapServers()).verified();
    }

    private NodeProcess node(TestCluster cluster) throws Exception {
        return NodeProcess.start(cluster.bootstrapServers(), "node-a", folder.resolve("node-a"), SELLER);
    }

    private void beginAppeals(TestCluster cluster) {
        try (var door = cluster.openAlone("node-a", folder.resolve("node-a"))) {
            for (int appeal = 0; appeal < APPEALS; appeal++) {
                Heard.accepted(door.submit(SampleCommands.enforcement("begin", SELLER, "L-" + appeal)));
            }
        }
    }
}
