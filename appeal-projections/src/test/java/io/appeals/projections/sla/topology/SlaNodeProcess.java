package io.appeals.projections.sla.topology;

import io.appeals.projections.sla.SlaQueries;
import io.appeals.projections.sla.policy.yaml.PolicyFile;
import io.appeals.projections.topology.ProjectionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** The projection in a JVM of its own, to be killed. */
public final class SlaNodeProcess implements AutoCloseable {

    private static final String READY = "caught up";

    private final Process process;
    private final Path output;

    private SlaNodeProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static SlaNodeProcess start(String bootstrapServers, String nodeId, Path folder) throws IOException {
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                SlaNodeProcess.class.getName(),
                bootstrapServers,
                nodeId,
                folder.toString());
        Path output = folder.resolveSibling("node.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new SlaNodeProcess(process, output);
    }

    public static void main(String[] arguments) throws InterruptedException {
        ProjectionSettings settings = ProjectionSettings.usual(arguments[0], arguments[1], Path.of(arguments[2]));
        SlaQueries queries = SlaProjection.start(
                        settings, PolicyFile.shipped(), SlaObserver.NONE, SlaTime.of(InstantSource.system(), 1))
                .queries();
        while (!queries.readiness().ready()) {
            Thread.sleep(10);
        }
        System.out.println(READY);
        Thread.currentThread().join();
    }

    /** Waits until it has caught up. */
    void awaitReady() throws IOException, InterruptedException {
        while (!Files.readString(output).contains(READY)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the node ended; it said:\n" + Files.readString(output));
            }
            Thread.sleep(10);
        }
    }

    /** kill -9: nothing is finished, flushed or released. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
