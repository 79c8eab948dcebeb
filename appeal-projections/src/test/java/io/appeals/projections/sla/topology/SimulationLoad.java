package io.appeals.projections.sla.topology;

import io.appeals.projections.history.AppealHistory;
import io.appeals.projections.history.RandomHistory;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.policy.yaml.PolicyFile;
import io.appeals.projections.sla.simulation.PolicySimulation;
import io.appeals.projections.sla.simulation.kafka.LogProgress;
import io.appeals.projections.sla.simulation.kafka.LogReplay;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.topic.TopicProvisioner;
import io.appeals.schema.wire.Published;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Measures how long policies are compared over a long log, on a broker in its own JVM. Arguments: how many events (1,000,000
 * unless given), and how many appeals are under way at a time (20,000).
 */
public final class SimulationLoad {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private SimulationLoad() {}

    public static void main(String[] arguments) throws Exception {
        int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int atATime = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        Path folder = Files.createTempDirectory("simulation-load");
        try (BrokerInAnotherProcess broker = BrokerInAnotherProcess.start(folder.resolve("kafka"))) {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                new TopicProvisioner(admin, 12, Optional.of((short) 1)).provision();
            }
            write(broker.bootstrapServers(), events, atATime);
            for (int round = 0; round < 3; round++) {
                compare(broker.bootstrapServers());
            }
        }
        System.exit(0);
    }

    private static void write(String bootstrapServers, int events, int atATime) {
        Random random = new Random(1);
        List<RandomHistory> underWay = new ArrayList<>();
        int appeals = 0;
        try (Producer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 20, "compression.type", "lz4"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < events; i++) {
                if (underWay.size() < atATime) {
                    underWay.add(new RandomHistory(random, AppealHistory.of("S-" + appeals % 1_000, "L-" + appeals++)));
                }
                int which = random.nextInt(underWay.size());
                RandomHistory history = underWay.get(which);
                history.history().after(Duration.ofHours(random.nextInt(20)));
                if (history.step()) {
                    RecordedEvent event = history.history().last();
                    producer.send(new ProducerRecord<>(
                            Topic.EVENTS.topicName(),
                            event.appealId(),
                            Published.EVENTS.wireFormat().encode(event)));
                } else {
                    i--;
                    underWay.set(which, underWay.getLast());
                    underWay.removeLast();
                }
            }
        }
        tell("wrote %,d events of %,d appeals", events, appeals);
    }

    private static void compare(String bootstrapServers) throws IOException {
        PolicySimulation simulation = new PolicySimulation(
                PolicyFile.shipped(), stricter(), AppealHistory.BEGINNING, Instant.parse("2099-01-01T00:00:00Z"));
        long begin = System.nanoTime();
        try (Consumer<String, byte[]> log = LogReplay.consumer(Map.of("bootstrap.servers", bootstrapServers))) {
            var outcome = new LogReplay(log, new LogProgress(), PATIENCE).into(simulation);
            double seconds = (System.nanoTime() - begin) / 1e9;
            tell(
                    "compared %,d events of %,d appeals in %.1f s, %,.0f a second; %d lines, %d appeals left out, heap %,d MB",
                    outcome.events(),
                    outcome.appeals(),
                    seconds,
                    outcome.events() / seconds,
                    outcome.comparisons().size(),
                    outcome.appealsLeftOut(),
                    (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
        }
    }

    private static PolicyBook stricter() throws IOException {
        try (InputStream shipped =
                PolicyFile.class.getResourceAsStream("/io/appeals/projections/sla/policy/sla-policies.yaml")) {
            String text = new String(Objects.requireNonNull(shipped).readAllBytes(), StandardCharsets.UTF_8);
            return PolicyFile.parse(
                    "stricter", text.replace("goal: 5d", "goal: 3d").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void tell(String format, Object... values) {
        System.out.println("Simulation load: " + String.format(Locale.ROOT, format, values));
    }
}
