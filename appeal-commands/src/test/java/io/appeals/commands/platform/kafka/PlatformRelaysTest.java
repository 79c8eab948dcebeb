package io.appeals.commands.platform.kafka;

import static io.appeals.commands.platform.kafka.PlatformsOnBroker.ACME;
import static io.appeals.commands.platform.kafka.PlatformsOnBroker.BAZAAR;
import static io.appeals.commands.writer.SampleCommands.enforcement;
import static io.appeals.commands.writer.SampleCommands.message;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.broker.KafkaBroker;
import io.appeals.commands.platform.PlatformObserver;
import io.appeals.commands.writer.LogOnBroker;
import io.appeals.commands.writer.SampleCommands;
import io.appeals.commands.writer.TestCluster;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.result.CommandResult;
import io.appeals.schema.result.FieldError;
import io.appeals.schema.result.RejectionType;
import io.appeals.schema.table.DeadLetter;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.Published;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.producer.ProducerRecord;
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

    @RegisterExtension
    static final KafkaBroker broker = KafkaBroker.shared();

    @TempDir
    static Path folder;

    private static PlatformsOnBroker platforms;

    private final String seller = "seller-" + UUID.randomUUID();
    private final String appealId = SampleCommands.appealId(seller, "L-1");
    private final ConcurrentLinkedQueue<String> observed = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void open() {
        platforms = PlatformsOnBroker.open(broker.bootstrapServers(), folder);
    }

    @AfterAll
    static void close() {
        platforms.close();
    }

    private PlatformRelays relays() {
        return platforms.relays(new PlatformObserver() {
            @Override
            public void decided(String platform, Outcome outcome) {
                observed.add(platform + " " + outcome);
            }
        });
    }

    @Test
    void whatAPlatformMaySendIsDecidedAndItAloneHearsTheResult() {
        try (PlatformRelays _ = relays()) {
            platforms.send(ACME, enforcement(seller + "-0", seller, "L-1"));
            platforms.send(ACME, message(seller + "-1", seller, "L-1", "by its own topic"));

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
            platforms.send(ACME, enforcement(seller + "-0", seller, "L-1"));
            platforms.send(BAZAAR, message(seller + "-1", seller, "L-1", "as the platform that it is not"));

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
            platforms.send(
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
        platforms.send(new ProducerRecord<>(ACME.commands(), appealId, "no command".getBytes(UTF_8)));
        platforms.send(new ProducerRecord<>(ACME.commands(), appealId, null));

        try (PlatformRelays _ = relays()) {
            TestCluster.await(() -> observed.size() == 2);
        }

        assertThat(observed).containsOnly("acme UNREADABLE");
        assertThat(new LogOnBroker(platforms.bootstrapServers())
                        .all(Topic.DEAD_LETTERS).stream()
                                .map(found ->
                                        Published.DEAD_LETTERS.wireFormat().decode(found.value())))
                .filteredOn(letter -> letter.topic().equals(ACME.commands()))
                .hasSize(2)
                .extracting(DeadLetter::reason)
                .containsOnly("undecodable");
    }

    @Test
    void aCommandUnderAnotherKeyThanItsAppealIsAnswered() {
        platforms.send(new ProducerRecord<>(
                ACME.commands(),
                null,
                Published.COMMANDS.wireFormat().encode(message(seller + "-0", seller, "L-1", "without a key"))));

        try (PlatformRelays _ = relays()) {
            TestCluster.await(() -> results(ACME.results(), seller).size() == 1);
        }

        assertThat(results(ACME.results(), seller).getFirst().rejection()).satisfies(rejection -> {
            assertThat(rejection.type()).isEqualTo(RejectionType.MALFORMED);
            assertThat(rejection.detail())
                    .isEqualTo("the record's key is missing but must be the command's appealId '" + appealId + "'");
        });
    }

    @Test
    void theTraceGoesOnAndOtherHeadersOfTheSendersDoNot() {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                ACME.commands(),
                appealId,
                Published.COMMANDS.wireFormat().encode(enforcement(seller + "-0", seller, "L-1")));
        record.headers().add("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01".getBytes(UTF_8));
        record.headers().add("ce_platform", "bazaar".getBytes(UTF_8));
        platforms.send(record);

        try (PlatformRelays _ = relays()) {
            TestCluster.await(() -> results(ACME.results(), seller).size() == 1);
        }

        assertThat(platforms.found(Topic.EVENTS.topicName(), appealId))
                .singleElement()
                .satisfies(event -> assertThat(new String(
                                event.headers().lastHeader("traceparent").value(), UTF_8))
                        .startsWith("00-4bf92f"));
        assertThat(results(BAZAAR.results(), seller)).isEmpty();
    }

    private List<RecordedEvent> logged() {
        return platforms.events(appealId);
    }

    private static List<CommandResult> results(String topic, String commandIds) {
        return platforms.results(topic, commandIds);
    }
}
