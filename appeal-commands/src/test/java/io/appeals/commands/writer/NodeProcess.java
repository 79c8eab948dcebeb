package io.appeals.commands.writer;

import io.appeals.commands.CommandAnswer;
import io.appeals.commands.writer.kafka.KafkaCommandDoor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A node in a JVM of its own that sends commands to itself without end and tells each answer: to be frozen, woken and
 * killed. Each line it prints is {@code acknowledged commandId appealId version}.
 */
public final class NodeProcess implements AutoCloseable {

    /** An answer that a sender got. */
    public record Acknowledged(String commandId, String appealId, long version) {}

    private static final int IN_FLIGHT = 32;
    private static final int APPEALS = 40;

    private final Process process;
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();

    private NodeProcess(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().start(this::listen);
    }

    /** @param seller whose appeals the node's own senders work on, together with those of other nodes */
    public static NodeProcess start(String bootstrapServers, String nodeId, Path dataFolder, String seller)
            throws IOException {
        return new NodeProcess(JvmProcess.builder(
                        NodeProcess.class, "-Xmx512m", bootstrapServers, nodeId, dataFolder.toString(), seller)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    public static void main(String[] arguments) throws InterruptedException {
        TestCluster cluster = TestCluster.on(arguments[0]);
        String nodeId = arguments[1];
        KafkaCommandDoor door = cluster.open(nodeId, Path.of(arguments[2]));
        Semaphore room = new Semaphore(IN_FLIGHT);
        AtomicLong number = new AtomicLong();
        String run = nodeId + "-" + ProcessHandle.current().pid() + "-";
        while (true) {
            room.acquire();
            send(door, arguments[3], run + number.incrementAndGet(), number.get() % APPEALS)
                    .whenComplete((answer, failure) -> {
                        tell(answer);
                        room.release();
                    });
        }
    }

    private static java.util.concurrent.CompletableFuture<CommandAnswer> send(
            KafkaCommandDoor door, String seller, String commandId, long appeal) {
        return door.submit(SampleCommands.message(commandId, seller, "L-" + appeal, "from a sender"));
    }

    private static void tell(CommandAnswer answer) {
        if (answer instanceof CommandAnswer.Decided(var result) && result.version() instanceof Long version) {
            PrintStream out = System.out;
            out.println("acknowledged " + result.commandId() + " " + result.appealId() + " " + version);
        }
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> words = List.of(line.split(" "));
                if (words.size() == 4 && words.getFirst().equals("acknowledged")) {
                    acknowledged.add(new Acknowledged(words.get(1), words.get(2), Long.parseLong(words.get(3))));
                } else {
                    System.out.println(line);
                }
            }
        } catch (IOException e) {
            System.out.println("a node's process ended: " + e.getMessage());
        }
    }

    public Queue<Acknowledged> acknowledged() {
        return acknowledged;
    }

    public int acknowledgedSoFar() {
        return acknowledged.size();
    }

    /** Stops it in the middle of whatever it does, without its noticing. */
    public void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    public void wake() throws IOException, InterruptedException {
        signal("-CONT");
    }

    /** kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
