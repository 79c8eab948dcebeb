package io.appeals.commands.platform.kafka;

import io.appeals.commands.platform.Platform;
import io.appeals.commands.platform.PlatformObserver;
import io.appeals.commands.platform.PlatformSettings;
import io.appeals.commands.platform.TrustedActor;
import io.appeals.commands.writer.JvmProcess;
import io.appeals.commands.writer.SampleCommands;
import io.appeals.commands.writer.TestCluster;
import io.appeals.schema.appeal.ActorType;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The relays of a node in a JVM of its own, to be killed. They trust the platform {@code acme} to act as PLATFORM. */
final class RelayProcess implements AutoCloseable {

    static final Platform ACME = new Platform(
            "acme", List.of(new TrustedActor(ActorType.PLATFORM, List.of(SampleCommands.PLATFORM.id()), Set.of())));

    private final Process process;

    private RelayProcess(Process process) {
        this.process = process;
    }

    static RelayProcess start(String bootstrapServers, String nodeId) throws IOException {
        return new RelayProcess(JvmProcess.builder(RelayProcess.class, "-Xmx256m", bootstrapServers, nodeId)
                .inheritIO()
                .start());
    }

    static PlatformRelays relays(
            String bootstrapServers, String nodeId, List<Platform> platforms, PlatformObserver observer) {
        return PlatformRelays.start(
                new PlatformSettings(nodeId, bootstrapServers, Map.of(), TestCluster.PARTITIONS),
                platforms,
                SampleCommands.decider(),
                InstantSource.system(),
                observer);
    }

    public static void main(String[] arguments) throws InterruptedException {
        try (PlatformRelays _ = relays(arguments[0], arguments[1], List.of(ACME), PlatformObserver.NONE)) {
            Thread.currentThread().join();
        }
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
