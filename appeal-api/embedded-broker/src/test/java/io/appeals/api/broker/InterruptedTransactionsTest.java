package io.appeals.api.broker;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A broker is killed with -9 while it marks transactions as committed, again and again: the next one marks all of them,
 * and whoever reads what is committed gets to the end of every partition. {@code -Dcrash.rounds} for longer, {@code
 * -Dcrash.seed} repeats the moments.
 */
@Tag("broker")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class InterruptedTransactionsTest {
    private static final int ROUNDS = Integer.getInteger("crash.rounds", 3);
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
    private static final String TOPIC = "spread";
    /** Many, so that most of the time markers are being written. */
    private static final int PARTITIONS = 120;

    private static final int WRITERS = 8;
    /** What Kafka says when it gives up a marker; a partition may happen to come to its end all the same. */
    private static final String GIVEN_UP = "likely deleted already and hence can be skipped";

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @TempDir
    Path folder;

    @Test
    void noTransactionIsLeftOpenByABrokerThatWasKilled() throws Exception {
        System.out.println("interrupted transactions: " + ROUNDS + " rounds, -Dcrash.seed=" + SEED);
        Random random = new Random(SEED);
        try (BrokerProcess broker = start()) {
            createTopic(broker.bootstrapServers());
            writeUntilKilled(broker, 1_500 + random.nextInt(500));
        }
        for (int round = 1; round <= ROUNDS; round++) {
            try (BrokerProcess broker = start()) {
                writeUntilKilled(broker, 1_500 + random.nextInt(500));
            }
            assertThat(folder.resolve("broker.log")).content().doesNotContain(GIVEN_UP);
        }
    }

    private BrokerProcess start() throws IOException {
        return BrokerProcess.start(
                folder.resolve("data"),
                ProcessBuilder.Redirect.appendTo(folder.resolve("broker.log").toFile()),
                Level.INFO);
    }

    private static void writeUntilKilled(BrokerProcess broker, int millis) throws Exception {
        List<Thread> writers = startWriters(broker.bootstrapServers());
        awaitReadable(broker.bootstrapServers());
        Thread.sleep(millis);
        broker.kill();
        for (Thread writer : writers) {
            writer.interrupt();
            writer.join();
        }
    }

    private static void createTopic(String bootstrapServers) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static List<Thread> startWriters(String bootstrapServers) {
        return IntStream.range(0, WRITERS)
                .mapToObj(writer -> Thread.ofPlatform().start(() -> write(bootstrapServers, "writer-" + writer)))
                .toList();
    }

    private static void write(String bootstrapServers, String transactionalId) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", bootstrapServers, "transactional.id", transactionalId, "linger.ms", 5);
        try {
            KafkaProducer<String, String> producer =
                    new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
            try {
                writeForEver(producer);
            } finally {
                producer.close(Duration.ZERO);
            }
        } catch (KafkaException brokerIsGone) {
            // What was under way is for the next broker to end.
            return;
        }
    }

    private static void writeForEver(KafkaProducer<String, String> producer) {
        producer.initTransactions();
        while (true) {
            producer.beginTransaction();
            for (int partition = 0; partition < PARTITIONS; partition++) {
                producer.send(new ProducerRecord<>(TOPIC, partition, "key", "value"));
            }
            producer.commitTransaction();
        }
    }

    /** The end of what is committed comes to where the end of the log was. */
    private static void awaitReadable(String bootstrapServers) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Map<TopicPartition, Long> ends = ends(admin, IsolationLevel.READ_UNCOMMITTED);
            Instant deadline = Instant.now().plus(PATIENCE);
            Set<Integer> heldBack = heldBack(admin, ends);
            while (!heldBack.isEmpty()) {
                assertThat(Instant.now())
                        .as("partitions %s held back by an open transaction", heldBack)
                        .isBefore(deadline);
                Thread.sleep(100);
                heldBack = heldBack(admin, ends);
            }
        }
    }

    private static Set<Integer> heldBack(Admin admin, Map<TopicPartition, Long> ends)
            throws ExecutionException, InterruptedException {
        Set<Integer> heldBack = new TreeSet<>();
        ends(admin, IsolationLevel.READ_COMMITTED).forEach((partition, end) -> {
            if (end < ends.getOrDefault(partition, 0L)) {
                heldBack.add(partition.partition());
            }
        });
        return heldBack;
    }

    private static Map<TopicPartition, Long> ends(Admin admin, IsolationLevel isolation)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            latest.put(new TopicPartition(TOPIC, partition), OffsetSpec.latest());
        }
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(latest, new ListOffsetsOptions(isolation))
                .all()
                .get()
                .forEach((partition, found) -> ends.put(partition, found.offset()));
        return ends;
    }
}
