package io.appeals.commands.writer;

import io.appeals.api.broker.EmbeddedBroker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The embedded broker in a JVM of its own, to be killed and started again. */
public final class BrokerInAnotherProcess implements AutoCloseable {

    private static final String SERVING = "serving at ";

    private final Path folder;
    private Process process;
    private String bootstrapServers;

    private BrokerInAnotherProcess(Path folder, Process process, String bootstrapServers) {
        this.folder = folder;
        this.process = process;
        this.bootstrapServers = bootstrapServers;
    }

    public static BrokerInAnotherProcess start(Path folder) throws IOException {
        Process process = launch(folder, 0);
        return new BrokerInAnotherProcess(folder, process, address(process));
    }

    private static Process launch(Path folder, int port) throws IOException {
        return JvmProcess.builder(BrokerInAnotherProcess.class, "-Xmx1g", folder.toString(), Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        System.out.println(SERVING + broker.bootstrapServers());
        Thread.currentThread().join();
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts it again on what was there, at the same address. */
    public void startAgain() throws IOException {
        int port = Integer.parseInt(bootstrapServers.substring(bootstrapServers.lastIndexOf(':') + 1));
        process = launch(folder, port);
        bootstrapServers = address(process);
    }

    /** It may log before it serves. */
    private static String address(Process process) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(SERVING)) {
                return line.substring(SERVING.length());
            }
        }
        throw new IOException("the broker's process ended before it served");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
