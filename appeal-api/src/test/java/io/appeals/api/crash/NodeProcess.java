package io.appeals.api.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appeals.api.cli.Appeals;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A node in a process of its own, as {@code appeals} starts it, which can be killed as a machine would. */
public final class NodeProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final Process process;
    private final URI apiUrl;
    private final String bootstrapServers;

    private NodeProcess(Process process, URI apiUrl, String bootstrapServers) {
        this.process = process;
        this.apiUrl = apiUrl;
        this.bootstrapServers = bootstrapServers;
    }

    /** Starts a node on what an earlier one left in the folder, and returns once it serves. */
    static NodeProcess start(Path folder) throws IOException, InterruptedException {
        return start(folder, Map.of());
    }

    /** @param settings as environment variables */
    static NodeProcess start(Path folder, Map<String, String> settings) throws IOException, InterruptedException {
        return start(folder, settings, "up");
    }

    /**
     * The same with any command that runs a node.
     *
     * @param command with its own options
     */
    public static NodeProcess start(Path folder, Map<String, String> settings, String... command)
            throws IOException, InterruptedException {
        Path readyFile = folder.resolve("ready.json");
        Path output = folder.resolve("node.log");
        Files.deleteIfExists(readyFile);
        ProcessBuilder builder = new ProcessBuilder(command(folder.resolve("data"), readyFile, command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(settings);
        Process process = builder.start();
        try {
            awaitReady(process, readyFile, output);
            JsonNode ready = new ObjectMapper().readTree(readyFile.toFile());
            return new NodeProcess(
                    process,
                    URI.create(ready.path("apiUrl").asText()),
                    ready.path("bootstrapServers").asText());
        } catch (IOException | InterruptedException | RuntimeException failed) {
            process.destroyForcibly();
            throw failed;
        }
    }

    private static List<String> command(Path data, Path readyFile, String... command) {
        List<String> all = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx768m",
                "-cp",
                System.getProperty("java.class.path"),
                Appeals.class.getName()));
        all.addAll(List.of(command));
        all.addAll(List.of("--port=0", "--kafka-port=0", "--data=" + data, "--ready-file=" + readyFile));
        return all;
    }

    private static void awaitReady(Process process, Path readyFile, Path output)
            throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(LONGEST_START);
        while (!Files.exists(readyFile)) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("the node does not serve; it said:\n" + Files.readString(output));
            }
            Thread.sleep(20);
        }
    }

    public URI apiUrl() {
        return apiUrl;
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** kill -9: nothing is finished, flushed or released. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** How a process ended that was asked to. */
    record End(int exitCode, Duration took) {}

    /** SIGTERM, and after the grace's end kill -9. */
    End stop(Duration grace) throws InterruptedException {
        long asked = System.nanoTime();
        process.destroy();
        if (!process.waitFor(grace.toSeconds() + 5, TimeUnit.SECONDS)) {
            kill();
        }
        return new End(process.exitValue(), Duration.ofNanos(System.nanoTime() - asked));
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
