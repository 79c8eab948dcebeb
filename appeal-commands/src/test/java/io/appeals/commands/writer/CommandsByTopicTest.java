package io.appeals.commands.writer;

import static io.appeals.commands.writer.Heard.accepted;
import static io.appeals.commands.writer.SampleCommands.enforcement;
import static io.appeals.commands.writer.SampleCommands.message;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.broker.KafkaBroker;
import io.appeals.commands.CommandAnswer;
import io.appeals.commands.writer.kafka.KafkaCommandDoor;
import io.appeals.schema.appeal.MessageVisibility;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.result.CommandResult;
import io.appeals.schema.result.FieldError;
import io.appeals.schema.result.RejectionType;
import io.appeals.schema.table.DeadLetter;
import io.appeals.schema.topic.AppealPartition;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.Published;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Platforms write commands to the topic themselves, well or badly. */
@Tag("broker")
@Tag("representative")
class CommandsByTopicTest {

    @RegisterExtension
    static final KafkaBroker broker = KafkaBroker.shared();

    @TempDir
    static Path folder;

    private static TestCluster cluster;
    private static KafkaCommandDoor door;
    private static KafkaProducer<String, byte[]> platform;
    private static final Counted counted = new Counted();

    private final String seller = "seller-" + UUID.randomUUID();
    private final String appealId = SampleCommands.appealId(seller, "L-1");

    @BeforeAll
    static void open() {
        cluster = TestCluster.on(broker.bootstrapServers());
        door = TestCluster.alone(cluster.open(cluster.settings("node-a", folder), counted));
        Properties config = new Properties();
        config.putAll(Map.of("bootstrap.servers", cluster.bootstrapServers()));
        platform = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    @AfterAll
    static void close() {
        platform.close();
        door.close();
    }

    @Test
    void commandsOfTheTopicAreDecidedInOrderAndTheirResultsPublished() {
        send(enforcement(seller + "-0", seller, "L-1"));
        send(message(seller + "-1", seller, "L-1", "first"));
        send(message(seller + "-1", seller, "L-1", "first"));
        send(message(seller + "-1", seller, "L-1", "not what it was"));

        TestCluster.await(() -> results(seller + "-1").size() == 3);

        assertThat(logged()).extracting(RecordedEvent::commandId).containsExactly(seller + "-0", seller + "-1");
        List<CommandResult> heard = results(seller + "-1");
        assertThat(heard.get(0)).isEqualTo(heard.get(1));
        assertThat(heard.get(2).isAccepted()).isFalse();
    }

    @Test
    void whatBecameOfCommandsIsCounted() {
        counted.clear();
        send(enforcement(seller + "-0", seller, "L-1"));
        send(enforcement(seller + "-0", seller, "L-1"));
        send(enforcement(seller + "-1", seller, "L-1"));
        send(message(seller + "-0", seller, "L-1", "under an id that was used"));
        platform.send(new ProducerRecord<>(Topic.COMMANDS.topicName(), appealId, "no command".getBytes(UTF_8)));

        TestCluster.await(() -> counted.sum(CommittedBatch::commands) == 5);

        assertThat(counted.sum(CommittedBatch::accepted)).isOne();
        assertThat(counted.sum(CommittedBatch::events)).isOne();
        assertThat(counted.sum(CommittedBatch::repeated)).isOne();
        assertThat(counted.sum(batch -> rejections(batch, RejectionType.APPEAL_ALREADY_EXISTS)))
                .isOne();
        assertThat(counted.sum(batch -> rejections(batch, RejectionType.IDEMPOTENCY_KEY_REUSED)))
                .isOne();
        assertThat(counted.sum(batch -> batch.deadLetters().getOrDefault("undecodable", 0)))
                .isOne();
        assertThat(counted.sum(CommittedBatch::undecidable)).isZero();
    }

    private static int rejections(CommittedBatch batch, RejectionType type) {
        return batch.rejected().getOrDefault(type, 0);
    }

    @Test
    void theTraceOfACommandGoesOnInItsEvents() {
        IssuedCommand command = enforcement(seller + "-0", seller, "L-1");
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topic.COMMANDS.topicName(), appealId, encoded(command));
        record.headers().add("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01".getBytes(UTF_8));
        platform.send(record);

        TestCluster.await(() -> !logged().isEmpty());

        assertThat(new LogOnBroker(cluster.bootstrapServers()).all(Topic.EVENTS))
                .filteredOn(event -> appealId.equals(event.key()))
                .singleElement()
                .satisfies(event -> {
                    assertThat(header(event.headers().lastHeader("traceparent")))
                            .startsWith("00-4bf92f");
                    assertThat(header(event.headers().lastHeader("ce_specversion")))
                            .isEqualTo("1.0");
                    assertThat(header(event.headers().lastHeader("ce_subject"))).isEqualTo(appealId);
                });
    }

    @Test
    void aBadByteInTheMiddleStopsNothing() {
        byte[] broken = encoded(message(seller + "-1", seller, "L-1", "will be broken"));
        // the length of the first text, right behind the schema's id
        broken[5] = (byte) 0xFF;
        send(enforcement(seller + "-0", seller, "L-1"));
        platform.send(new ProducerRecord<>(Topic.COMMANDS.topicName(), appealId, broken));
        platform.send(new ProducerRecord<>(Topic.COMMANDS.topicName(), appealId, "no command".getBytes(UTF_8)));
        platform.send(new ProducerRecord<>(Topic.COMMANDS.topicName(), appealId, null));
        send(message(seller + "-2", seller, "L-1", "after them"));

        TestCluster.await(() -> results(seller + "-2").size() == 1);

        assertThat(logged()).extracting(RecordedEvent::version).containsExactly(1L, 2L);
        assertThat(deadLetters(appealId))
                .hasSize(3)
                .allSatisfy(letter -> assertThat(letter.topic()).isEqualTo(Topic.COMMANDS.topicName()))
                .extracting(DeadLetter::reason)
                .containsOnly("undecodable");
        assertThat(deadLetters(appealId).getFirst().value()).isEqualTo(broken);
    }

    /** What is said of such a command names it more than once, which no broker would take. */
    @Test
    void idsOfMoreThanHalfAMegabyteStopNothing() {
        String heavy = "x".repeat(700_000);
        IssuedCommand heavyId = SampleCommands.issued(
                heavy,
                appealId,
                SampleCommands.PLATFORM,
                new AppealCommand.PostMessage("m-0", "Under a heavy id.", MessageVisibility.ALL));
        IssuedCommand heavyAppeal = SampleCommands.issued(
                seller + "-1",
                "y".repeat(480_000),
                SampleCommands.PLATFORM,
                new AppealCommand.PostMessage("m-1", "About a heavy appeal.", MessageVisibility.ALL));
        ProducerRecord<String, byte[]> heavyTrace = record(message(seller + "-2", seller, "L-1", "heavy trace"));
        heavyTrace.headers().add("traceparent", heavy.getBytes(UTF_8));

        send(enforcement(seller + "-0", seller, "L-1"));
        List.of(record(heavyId), record(heavyAppeal), heavyTrace).forEach(platform::send);
        send(message(seller + "-3", seller, "L-1", "after them"));

        TestCluster.await(() -> results(seller + "-3").size() == 1);
        assertThat(results(seller + "-2")).hasSize(1);
        assertThat(deadLetters(appealId)).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo("invalid");
            assertThat(letter.detail()).contains("the commandId has 700000 characters, at most 1000 can be answered");
        });
        TestCluster.await(() -> new LogOnBroker(cluster.bootstrapServers())
                .all(Topic.DEAD_LETTERS).stream()
                        .anyMatch(letter -> letter.key() != null && letter.key().startsWith("yyyy")));
    }

    @Test
    void aCommandUnderAnotherKeyThanItsAppealGoesToTheDeadLetters() {
        String strange = "key-" + seller;
        platform.send(new ProducerRecord<>(
                Topic.COMMANDS.topicName(), strange, encoded(enforcement(seller + "-0", seller, "L-1"))));

        TestCluster.await(() -> !deadLetters(strange).isEmpty());

        assertThat(deadLetters(strange)).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo("invalid");
            assertThat(letter.detail()).contains(strange).contains(appealId);
        });
        assertThat(logged()).isEmpty();
    }

    @Test
    void aCommandThatASendersPartitionerMislaidStillReachesItsOwner() {
        int home = AppealPartition.of(appealId, TestCluster.PARTITIONS);
        int elsewhere = (home + 1) % TestCluster.PARTITIONS;
        platform.send(new ProducerRecord<>(
                Topic.COMMANDS.topicName(), elsewhere, appealId, encoded(enforcement(seller + "-0", seller, "L-1"))));

        TestCluster.await(() -> results(seller + "-0").size() == 1);

        assertThat(logged()).hasSize(1);
    }

    @Test
    void aCommandLeftInTheTopicIsAnsweredPendingAndCanBeAskedFor() {
        String id = seller + "-0";
        CommandAnswer left = Heard.heard(door.submitAsync(enforcement(id, seller, "L-1")));
        assertThat(left).isEqualTo(new CommandAnswer.Pending(id, appealId));

        TestCluster.await(() -> door.recent(id).orElseThrow() instanceof CommandAnswer.Decided);

        assertThat(accepted(door.submit(enforcement(id, seller, "L-1"))).version())
                .isEqualTo(1);
        assertThat(logged()).hasSize(1);
    }

    /** The topic's schema has no room for a required field that is missing, so such a command cannot even be sent. */
    @Test
    @SuppressWarnings("NullAway")
    void aCommandWithoutItsRequiredFieldsIsRefusedBeforeItIsLeftInTheTopic() {
        IssuedCommand incomplete = SampleCommands.issued(
                seller + "-0", appealId, SampleCommands.PLATFORM, new AppealCommand.PostMessage("m-0", null, null));

        CommandResult heard = Heard.decided(door.submitAsync(incomplete).orTimeout(1, TimeUnit.SECONDS));

        assertThat(heard.rejection()).isNotNull().satisfies(rejection -> {
            assertThat(rejection.type()).isEqualTo(RejectionType.MALFORMED);
            assertThat(rejection.errors()).extracting(FieldError::pointer).containsExactly("/body", "/visibility");
        });
        assertThat(door.recent(seller + "-0")).contains(new CommandAnswer.Decided(heard));
        assertThat(new LogOnBroker(cluster.bootstrapServers()).all(Topic.COMMANDS))
                .noneMatch(record -> appealId.equals(record.key()));
    }

    private static void send(IssuedCommand command) {
        platform.send(record(command));
    }

    private static ProducerRecord<String, byte[]> record(IssuedCommand command) {
        return new ProducerRecord<>(Topic.COMMANDS.topicName(), command.appealId(), encoded(command));
    }

    private static byte[] encoded(IssuedCommand command) {
        return Published.COMMANDS.wireFormat().encode(command);
    }

    private static String header(org.apache.kafka.common.header.Header header) {
        return new String(header.value(), UTF_8);
    }

    private List<RecordedEvent> logged() {
        return new LogOnBroker(cluster.bootstrapServers()).verified().getOrDefault(appealId, List.of());
    }

    private static List<CommandResult> results(String commandId) {
        return new LogOnBroker(cluster.bootstrapServers())
                .all(Topic.COMMAND_RESULTS).stream()
                        .filter(found -> commandId.equals(found.key()))
                        .map(found -> Published.COMMAND_RESULTS.wireFormat().decode(found.value()))
                        .toList();
    }

    private static List<DeadLetter> deadLetters(String key) {
        return new LogOnBroker(cluster.bootstrapServers())
                .all(Topic.DEAD_LETTERS).stream()
                        .filter(found -> key.equals(found.key()))
                        .map(found -> Published.DEAD_LETTERS.wireFormat().decode(found.value()))
                        .toList();
    }
}
