import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Streams made-up cases to appeals.commands.v1 and follows what becomes of each command. Kill it and start it again with the
 * same arguments: it goes on where it was, and nothing is applied twice. Ends with 1 if a command was refused. With a platform's
 * name at the end it uses that platform's own topics.
 */
public final class StreamCases {

    private static final int CASES_IN_FLIGHT = 1_000;
    private static final long PATIENCE_SECONDS = 15;
    private final String commandsTopic;
    private final String resultsTopic;
    private final Map<String, CountDownLatch> waiting = new ConcurrentHashMap<>();
    private final AtomicLong saidAt = new AtomicLong(System.nanoTime() - TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS));
    private final Registry registry;
    private final Registry.Latest schema;
    private final Journal journal;
    private final Cases cases;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> results;

    /** @param own of the topics: empty, or the platform's name and a dot */
    private StreamCases(String bootstrapServers, String registryUrl, Path journal, String run, String own) throws IOException {
        this.commandsTopic = "appeals.commands." + own + "v1";
        this.resultsTopic = "appeals.command-results." + own + "v1";
        this.registry = new Registry(registryUrl);
        this.schema = registry.latest(commandsTopic + "-value");
        this.journal = new Journal(journal);
        this.cases = new Cases(schema.schema(), run);
        this.producer = new KafkaProducer<>(
                // Idempotent, with acks=all, is the default: what is sent again on the way is not written twice.
                Map.of("bootstrap.servers", bootstrapServers, "compression.type", "lz4", "linger.ms", 2, "enable.metrics.push", false),
                new StringSerializer(),
                new ByteArraySerializer());
        this.results = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers, "isolation.level", "read_committed", "enable.metrics.push", false,
                        "default.api.timeout.ms", 15_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 5 || arguments.length > 6 || !arguments[4].matches("[1-9][0-9]{0,8}")) {
            System.err.println(
                    "usage: StreamCases <bootstrap servers> <schema registry url> <journal> <name of the run> <cases> [<platform>]");
            System.exit(2);
        }
        String own = arguments.length == 6 ? arguments[5] + "." : "";
        System.exit(run(arguments, own) ? 0 : 1);
    }

    private static boolean run(String[] arguments, String own) throws Exception {
        StreamCases client;
        try {
            client = new StreamCases(arguments[0], arguments[1], Path.of(arguments[2]), arguments[3], own);
            client.followResults();
        } catch (KafkaException e) {
            System.err.println("cannot begin: Kafka at " + arguments[0] + " cannot be used: " + e.getMessage());
            return false;
        } catch (IOException | IllegalStateException | IllegalArgumentException e) {
            System.err.println("cannot begin: " + e.getMessage());
            return false;
        }
        return client.stream(Integer.parseInt(arguments[4]));
    }

    private boolean stream(int howMany) throws InterruptedException, ExecutionException {
        long begun = System.nanoTime();
        // No more cases under way than this, so that neither side has to hold back more than it can.
        Semaphore free = new Semaphore(CASES_IN_FLIGHT);
        int open = 0;
        List<Future<?>> underWay = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < howMany; number++) {
                List<GenericRecord> commands = cases.commandsOf(number);
                open += (int) commands.stream().filter(this::isOpen).count();
                free.acquire();
                underWay.add(threads.submit(() -> {
                    try {
                        carryOut(commands);
                    } finally {
                        free.release();
                    }
                    return null;
                }));
            }
        }
        for (Future<?> each : underWay) {
            each.get();
        }
        producer.close();
        return tell(howMany, open, (System.nanoTime() - begun) / 1e9);
    }

    /**
     * Sends what is open of a case until all of it is answered; a command that is sent again gets its first answer again. An
     * appeal's commands are in one partition, so they stay in order.
     */
    private void carryOut(List<GenericRecord> commands) throws IOException, InterruptedException {
        List<GenericRecord> open = commands.stream().filter(this::isOpen).toList();
        while (!open.isEmpty()) {
            CountDownLatch answers = new CountDownLatch(open.size());
            for (GenericRecord command : open) {
                waiting.put(id(command), answers);
                producer.send(
                        new ProducerRecord<>(
                                commandsTopic, command.get("appealId").toString(), Registry.encode(schema.id(), command)),
                        (_, failure) -> giveUpOn(failure));
            }
            if (!answers.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                sayThatItWaits();
            }
            open = commands.stream().filter(this::isOpen).toList();
        }
    }

    /** Once for all cases that wait. */
    private void sayThatItWaits() {
        long now = System.nanoTime();
        long before = saidAt.get();
        if (now - before > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS) && saidAt.compareAndSet(before, now)) {
            System.err.println(
                    waiting.size() + " commands have no answer on " + resultsTopic + " yet; what is late is sent again");
        }
    }

    private boolean isOpen(GenericRecord command) {
        return !journal.has(id(command));
    }

    private static String id(GenericRecord command) {
        return command.get("commandId").toString();
    }

    /** From the present ends on, which are known before this returns: only then may anything be sent. */
    private void followResults() {
        List<TopicPartition> partitions = results.partitionsFor(resultsTopic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        results.assign(partitions);
        results.seekToEnd(partitions);
        partitions.forEach(results::position);
        Thread.ofPlatform().daemon().name("results").start(() -> {
            try {
                while (true) {
                    results.poll(Duration.ofMillis(500)).forEach(result -> answered(result.key(), result.value()));
                }
            } catch (RuntimeException e) {
                giveUpOn(e);
            }
        });
    }

    /** What cannot be sent, or heard of, is left to the next start: nothing is lost by that. */
    private static void giveUpOn(Exception failure) {
        if (failure != null) {
            System.err.println("cannot go on, start again once it is mended: " + failure);
            Runtime.getRuntime().halt(1);
        }
    }

    /** Keyed by commandId: what is not ours is not even decoded. */
    private void answered(String commandId, byte[] value) {
        CountDownLatch latch = waiting.get(commandId);
        if (latch == null) {
            return;
        }
        try {
            Object rejection = registry.decode(value).get("rejection");
            journal.add(
                    commandId,
                    rejection instanceof GenericRecord reason
                            ? reason.get("detail").toString()
                            : null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        if (waiting.remove(commandId, latch)) {
            latch.countDown();
        }
    }

    private boolean tell(int howMany, int sent, double seconds) {
        List<String> all = new ArrayList<>();
        IntStream.range(0, howMany).forEach(number -> cases.commandsOf(number).forEach(each -> all.add(id(each))));
        List<String> refused = journal.refused(all);
        refused.forEach(System.err::println);
        System.out.printf(
                "{\"cases\": %d, \"commands\": %d, \"refused\": %d, \"perSecond\": %d}%n",
                howMany, all.size(), refused.size(), Math.round(sent / seconds));
        return refused.isEmpty();
    }
}
