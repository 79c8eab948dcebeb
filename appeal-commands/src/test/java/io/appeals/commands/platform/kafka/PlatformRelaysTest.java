package io.appeals.commands.platform.kafka;

import static io.appeals.commands.writer.SampleCommands.enforcement;
import static io.appeals.commands.writer.SampleCommands.message;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.broker.KafkaBroker;
import io.appeals.commands.platform.Platform;
import io.appeals.commands.platform.PlatformObserver;
import io.appeals.commands.platform.PlatformSettings;
import io.appeals.commands.platform.TrustedActor;
import io.appeals.commands.writer.LogOnBroker;
import io.appeals.commands.writer.SampleCommands;
import io.appeals.commands.writer.TestCluster;
import io.appeals.commands.writer.kafka.KafkaCommandDoor;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.result.CommandResult;
import io.appeals.schema.result.FieldError;
import io.appeals.schema.result.RejectionType;
import io.appeals.schema.table.DeadLetter;
import io.appeals.schema.topic.PlatformTopics;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.topic.TopicProvisioner;
import io.appeals.schema.wire.Published;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Platforms send commands by topics of their own, and hear there what became of them. */
@Tag("broker")
@Tag("representative")
@Timeout(120)
class PlatformRelaysTest {

    private static final PlatformTopics ACME = new PlatformTopics("acme");
    private static final PlatformTopics BAZAAR = new PlatformTopics("bazaar");
    private static final Platform TRUSTED_AS_A_SELLER =
            new Platform("bazaar", List.of(new TrustedActor(ActorType.SELLER, List.of("bazaar-*"), Set.of())));

    @RegisterExtension
    static final KafkaBroker broker = KafkaBroker.shared();

    @TempDir
    static Path folder;

    private static TestCluster cluster;
    private static KafkaCommandDoor owner;
    private static KafkaProducer<String, byte[]> platform;

    private final String seller = "seller-" + UUID.randomUUID();
    private final String appealId = SampleCommands.appealId(seller, "L-1");
    private final ConcurrentLinkedQueue<String> observed = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void open() {
        cluster = TestCluster.on(broker.bootstrapServers());
        provision(ACME, BAZAAR);
        owner = cluster.openAlone("node-a", folder);
        Properties config = new Properties();
        config.putAll(Map.of("bootstrap.servers", cluster.bootstrapServers()));
        platform = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    @AfterAll
    static void close() {
        platform.close();
        owner.close();
    }

    private PlatformRelays relays() {
        return RelayProcess.relays(
                cluster.bootstrapServers(),
                "node-a",
                List.of(RelayProcess.ACME, TRUSTED_AS_A_SELLER),
                new PlatformObserver() {
                    @Override
                    public void decided(String platform, Outcome outcome) {
                        observed.add(platform + " " + outcome);
                    }
                });
    }

    @Test
    void whatAPlatformMaySendIsDecidedAndItAloneHearsTheResult() {
        try (PlatformRelays _ = relays()) {
            send(ACME, enforcement(seller + "-0", seller, "L-1"));
            send(ACME, message(seller + "-1", seller, "L-1", "by its own topic"));

            TestCluster.await(() -> results(ACME.results(), seller).size() == 2);
        }

        assertThat(results(ACME.results(), seller)).allMatch(CommandResult::isAccepted);
        assertThat(results(BAZAAR.results(), seller)).isEmpty();
        assertThat(results(Topic.COMMAND_RESULTS.topicName(), seller))
                .as("the product's own")
                .hasSize(2);
        assertThat(logged()).extracting(RecordedEvent::version).containsExactly(1L, 2L);
        assertThat(observed).containsExactly("acme PASSED_ON", "acme PASSED_ON");
    }

    @Test
    void whoActsAsSomebodyElseIsRefusedAndNothingHappens() {
        try (PlatformRelays _ = relays()) {
            send(ACME, enforcement(seller + "-0", seller, "L-1"));
            send(BAZAAR, message(seller + "-1", seller, "L-1", "as the platform that it is not"));

            TestCluster.await(() -> results(BAZAAR.results(), seller).size() == 1
                    && results(ACME.results(), seller).size() == 1);
        }

        assertThat(results(BAZAAR.results(), seller).getFirst().rejection()).satisfies(rejection -> {
            assertThat(rejection.type()).isEqualTo(RejectionType.FORBIDDEN);
            assertThat(rejection.detail())
                    .startsWith("Platform bazaar may not send PostMessage as PLATFORM platform-1. It may act as SELLER"
                            + " bazaar-*.");
        });
        assertThat(logged()).hasSize(1);
        assertThat(observed).containsExactlyInAnyOrder("acme PASSED_ON", "bazaar REFUSED");
    }

    @Test
    void anActorInNoGoodFormIsAnsweredAsOverHttp() {
        try (PlatformRelays _ = relays()) {
            send(
                    BAZAAR,
                    SampleCommands.issued(
                            seller + "-0",
                            appealId,
                            Actor.seller("no seller"),
                            new AppealCommand.AcceptDecision(null)));

            TestCluster.await(() -> results(BAZAAR.results(), seller).size() == 1);
        }

        assertThat(results(BAZAAR.results(), seller).getFirst().rejection()).satisfies(rejection -> {
            assertThat(rejection.type()).isEqualTo(RejectionType.MALFORMED);
            assertThat(rejection.errors()).extracting(FieldError::pointer).containsExactly("/actor/id");
        });
    }

    @Test
    void whatIsNoCommandBecomesADeadLetterThatSaysWhereItStood() {
        platform.send(new ProducerRecord<>(ACME.commands(), appealId, "no command".getBytes(UTF_8)));
        platform.send(new ProducerRecord<>(
                ACME.commands(), null, encoded(message(seller + "-0", seller, "L-1", "without a key"))));
        platform.send(new ProducerRecord<>(ACME.commands(), appealId, null));

        try (PlatformRelays _ = relays()) {
            TestCluster.await(() -> observed.size() == 3);
        }

        assertThat(observed).containsOnly("acme UNREADABLE");
        assertThat(new LogOnBroker(cluster.bootstrapServers())
                        .all(Topic.DEAD_LETTERS).stream()
                                .map(found ->
                                        Published.DEAD_LETTERS.wireFormat().decode(found.value())))
                .filteredOn(letter -> letter.topic().equals(ACME.commands()))
                .hasSize(3)
                .extracting(DeadLetter::reason)
                .containsExactlyInAnyOrder("undecodable", "invalid", "undecodable");
    }

    @Test
    void theTraceGoesOnAndOtherHeadersOfTheSendersDoNot() {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(ACME.commands(), appealId, encoded(enforcement(seller + "-0", seller, "L-1")));
        record.headers().add("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01".getBytes(UTF_8));
        record.headers().add("ce_platform", "bazaar".getBytes(UTF_8));
        platform.send(record);

        try (PlatformRelays _ = relays()) {
            TestCluster.await(() -> results(ACME.results(), seller).size() == 1);
        }

        assertThat(found(Topic.EVENTS.topicName(), appealId))
                .singleElement()
                .satisfies(event -> assertThat(new String(
                                event.headers().lastHeader("traceparent").value(), UTF_8))
                        .startsWith("00-4bf92f"));
        assertThat(results(BAZAAR.results(), seller)).isEmpty();
    }

    @Test
    void relaysThatAreKilledLoseNothingAndCarryNothingTwice() throws Exception {
        List<String> sent = new ArrayList<>();
        send(ACME, enforcement(seller + "-begin", seller, "L-1"));
        for (int round = 0; round < 3; round++) {
            try (RelayProcess killed = RelayProcess.start(cluster.bootstrapServers(), "node-a")) {
                for (int i = 0; i < 2_000; i++) {
                    String id = seller + "-" + round + "-" + i;
                    send(ACME, message(id, seller, "L-1", "again and again"));
                    sent.add(id);
                }
                int before = 2_000 * round;
                TestCluster.await(() -> results(ACME.results(), seller).size() > before + 100);
                killed.kill();
            }
        }
        int all = sent.size() + 1;

        try (PlatformRelays _ = relays()) {
            TestCluster.await(() -> results(ACME.results(), seller).size() >= all);
        }

        assertThat(results(ACME.results(), seller))
                .allMatch(CommandResult::isAccepted)
                .extracting(CommandResult::commandId)
                .doesNotHaveDuplicates()
                .containsAll(sent);
        assertThat(logged()).extracting(RecordedEvent::commandId).endsWith(sent.toArray(String[]::new));
        assertThat(results(Topic.COMMAND_RESULTS.topicName(), seller))
                .as("commands that reached the owner")
                .hasSize(all);
    }

    @Test
    void aPlatformWhoseTopicIsGoneIsReportedAndHearsEverythingOnceItIsBack() throws Exception {
        Platform depot = new Platform("depot", RelayProcess.ACME.actors());
        PlatformTopics topics = new PlatformTopics("depot");
        provision(topics);
        delete(topics.results());

        try (PlatformRelays relays =
                RelayProcess.relays(cluster.bootstrapServers(), "node-a", List.of(depot), PlatformObserver.NONE)) {
            send(topics, enforcement(seller + "-0", seller, "L-1"));
            TestCluster.await(() -> relays.problems().toString().contains(topics.results()));

            provision(topics);

            TestCluster.await(() -> results(topics.results(), seller).size() == 1);
            TestCluster.await(() -> relays.problems().isEmpty());
        }
    }

    private static void provision(PlatformTopics... platforms) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            new TopicProvisioner(admin, 3, Optional.empty(), List.of(platforms)).provision();
        }
    }

    private static void delete(String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.deleteTopics(List.of(topic)).all().get();
        }
    }

    @Test
    void twoNodesShareTheWorkAndEachCommandIsCarriedOnce() throws Exception {
        int commands = 300;
        try (RelayProcess _ = RelayProcess.start(cluster.bootstrapServers(), "node-b");
                PlatformRelays _ = relays()) {
            TestCluster.await(PlatformRelaysTest::twoNodesHavePartitions);
            for (int i = 0; i < commands; i++) {
                send(ACME, enforcement(seller + "-" + i, seller, "L-" + i));
            }

            TestCluster.await(() -> results(ACME.results(), seller).size() >= commands);
        }

        assertThat(results(ACME.results(), seller))
                .extracting(CommandResult::commandId)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, commands)
                        .mapToObj(i -> seller + "-" + i)
                        .toList());
        assertThat(results(Topic.COMMAND_RESULTS.topicName(), seller)).hasSize(commands);
        assertThat(observed.size()).as("carried by this node").isBetween(1, commands - 1);
    }

    private static boolean twoNodesHavePartitions() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            String group = PlatformSettings.COMMANDS_GROUP;
            long sharing = admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                    .flatMap(description -> description.members().stream())
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .count();
            return sharing == 2;
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(PlatformTopics topics, IssuedCommand command) {
        platform.send(new ProducerRecord<>(topics.commands(), command.appealId(), encoded(command)));
    }

    private static byte[] encoded(IssuedCommand command) {
        return Published.COMMANDS.wireFormat().encode(command);
    }

    private List<RecordedEvent> logged() {
        return new LogOnBroker(cluster.bootstrapServers()).verified().getOrDefault(appealId, List.of());
    }

    /** Of commands whose ids begin so. */
    private static List<CommandResult> results(String topic, String commandIds) {
        return found(topic, commandIds).stream()
                .map(found -> Published.COMMAND_RESULTS.wireFormat().decode(found.value()))
                .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> found(String topic, String keys) {
        return new LogOnBroker(cluster.bootstrapServers())
                .all(topic).stream()
                        .filter(found -> found.key() != null && found.key().startsWith(keys))
                        .toList();
    }
}
