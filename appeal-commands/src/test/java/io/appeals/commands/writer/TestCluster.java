package io.appeals.commands.writer;

import io.appeals.commands.writer.kafka.KafkaCommandDoor;
import io.appeals.schema.topic.TopicProvisioner;
import io.appeals.schema.wire.SchemaCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.errors.UnknownMemberIdException;

/** The topics on a broker, and the doors of nodes on it. */
public final class TestCluster {

    public static final int PARTITIONS = 4;
    static final Duration SESSION = Duration.ofSeconds(6);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String bootstrapServers;

    private TestCluster(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    public static TestCluster on(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            new TopicProvisioner(admin, PARTITIONS, Optional.empty()).provision();
        }
        return new TestCluster(bootstrapServers);
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    public WriterSettings settings(String nodeId, Path dataFolder) {
        return WriterSettings.of(nodeId, bootstrapServers, PARTITIONS, dataFolder)
                .withTimeouts(Duration.ofSeconds(5), SESSION, Duration.ofSeconds(5));
    }

    public KafkaCommandDoor open(String nodeId, Path dataFolder) {
        return open(settings(nodeId, dataFolder));
    }

    public KafkaCommandDoor open(WriterSettings settings) {
        return open(settings, WriterObserver.NONE);
    }

    public KafkaCommandDoor open(WriterSettings settings, WriterObserver observer) {
        return KafkaCommandDoor.open(
                settings, SampleCommands.decider(), SchemaCatalogue.builtIn(), InstantSource.system(), observer);
    }

    /** A node that owns everything, and serves it. */
    public KafkaCommandDoor openAlone(String nodeId, Path dataFolder) {
        return alone(open(nodeId, dataFolder));
    }

    public static KafkaCommandDoor alone(KafkaCommandDoor door) {
        await(() -> owns(door, PARTITIONS));
        return door;
    }

    public static boolean owns(KafkaCommandDoor door, int partitions) {
        WriterStatus status = door.status();
        return status.isReady() && status.servingPartitions() == partitions;
    }

    /** Makes the group forget a node that is gone, as the end of its session would. */
    public void forget(String nodeId) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.removeMembersFromConsumerGroup(
                            "appeals-owners",
                            new RemoveMembersFromConsumerGroupOptions(List.of(new MemberToRemove(nodeId))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownMemberIdException)) {
                throw new IllegalStateException("node " + nodeId + " could not be removed from the group", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not come about within " + PATIENCE);
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
    }
}
