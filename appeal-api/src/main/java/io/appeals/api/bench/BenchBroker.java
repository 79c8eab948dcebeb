package io.appeals.api.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A broker in a JVM of its own with 1 GiB of heap, as it would be elsewhere. */
final class BenchBroker implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int LINES_TOLD = 10;

    private final Process process;
    private final Thread atExit;
    private final String bootstrapServers;

    private BenchBroker(Process process, Thread atExit, String bootstrapServers) {
        this.process = process;
        this.atExit = atExit;
        this.bootstrapServers = bootstrapServers;
    }

    /** @param folder where it keeps its data; it must be empty */
    static BenchBroker start(Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("broker.log");
        Path address = folder.resolve("broker.address");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms1g",
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProgram.class.getName(),
                        folder.resolve("kafka").toString(),
                        address.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Thread atExit = new Thread(process::destroyForcibly, "bench-broker-end");
        Runtime.getRuntime().addShutdownHook(atExit);
        return new BenchBroker(process, atExit, awaitAddress(process, address, log));
    }

    private static String awaitAddress(Process process, Path address, Path log)
            throws IOException, InterruptedException {
        long latest = System.nanoTime() + START.toNanos();
        while (!Files.exists(address)) {
            if (!process.isAlive() || System.nanoTime() - latest > 0) {
                process.destroyForcibly();
                List<String> said = Files.readAllLines(log);
                throw new BenchFailure("the broker did not start; its last words: "
                        + String.join(" / ", said.subList(Math.max(0, said.size() - LINES_TOLD), said.size())));
            }
            Thread.sleep(PAUSE);
        }
        return Files.readString(address);
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        process.destroyForcibly();
        try {
            process.waitFor(START.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
