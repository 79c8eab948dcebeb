package io.appeals.api.broker;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** The embedded broker in a JVM of its own, so that a test can kill it as a machine would. */
final class BrokerProcess implements AutoCloseable {
    private final Process process;
    private final String bootstrapServers;

    private BrokerProcess(Process process, String bootstrapServers) {
        this.process = process;
        this.bootstrapServers = bootstrapServers;
    }

    static BrokerProcess start(Path dataFolder) throws IOException {
        return start(dataFolder, ProcessBuilder.Redirect.INHERIT, Level.ERROR);
    }

    /**
     * @param log gets what the broker logs
     * @param transactions from which level on it says what it does with transactions
     */
    static BrokerProcess start(Path dataFolder, ProcessBuilder.Redirect log, Level transactions) throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName(),
                        dataFolder.toString(),
                        transactions.toString())
                .redirectError(log)
                .start();
        String firstLine =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (firstLine == null) {
            throw new IOException("the broker's process ended before it served");
        }
        return new BrokerProcess(process, firstLine);
    }

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream toTheTest = System.out;
        // The test takes the first line for the address, and reads no further: what is logged goes elsewhere.
        System.setOut(System.err);
        ((Logger) LoggerFactory.getLogger("kafka.coordinator.transaction")).setLevel(Level.toLevel(arguments[1]));
        EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]), 0);
        toTheTest.println(broker.bootstrapServers());
        Thread.currentThread().join();
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    long pid() {
        return process.pid();
    }

    /** kill -9: the process gets no chance to write or release anything. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
