package io.appeals.commands.writer;

import static io.appeals.commands.writer.Heard.accepted;
import static io.appeals.commands.writer.Heard.decided;
import static io.appeals.commands.writer.SampleCommands.enforcement;
import static io.appeals.commands.writer.SampleCommands.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.broker.KafkaBroker;
import io.appeals.commands.CommandAnswer;
import io.appeals.commands.writer.kafka.KafkaCommandDoor;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.result.CommandResult;
import io.appeals.schema.result.RejectionType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Tag("broker")
@Tag("representative")
class PartitionOwnerOnARealLogTest {

    @RegisterExtension
    static final KafkaBroker broker = KafkaBroker.shared();

    @TempDir
    static Path folder;

    private static TestCluster cluster;
    private static KafkaCommandDoor door;

    private final String seller = "seller-" + UUID.randomUUID();
    private final String appealId = SampleCommands.appealId(seller, "L-1");

    @BeforeAll
    static void open() {
        cluster = TestCluster.on(broker.bootstrapServers());
        door = cluster.openAlone("node-a", folder);
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @Test
    void aHundredConcurrentCommandsOnOneAppealGiveVersionsOneToAHundred() {
        accepted(door.submit(enforcement("c0", seller, "L-1")));

        List<CompletableFuture<CommandAnswer>> answers;
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = IntStream.range(1, 100)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                                    () -> door.submit(message("c" + i, seller, "L-1", "message " + i)), senders)
                            .thenCompose(answer -> answer))
                    .toList();
        }

        assertThat(answers).extracting(answer -> accepted(answer).version()).doesNotHaveDuplicates();
        assertThat(logged()).extracting(RecordedEvent::version).containsExactlyElementsOf(versionsUpTo(100));
    }

    @Test
    void theSameCommandThriceIsAppliedOnceAndAnsweredAlike() {
        CommandResult first = accepted(door.submit(enforcement("c0", seller, "L-1")));
        IssuedCommand command = message("c1", seller, "L-1", "only once");

        CompletableFuture<CommandAnswer> second = door.submit(command);
        CompletableFuture<CommandAnswer> third = door.submit(command);

        assertThat(accepted(second)).isEqualTo(accepted(third)).isEqualTo(accepted(door.submit(command)));
        assertThat(accepted(door.submit(enforcement("c0", seller, "L-1")))).isEqualTo(first);
        assertThat(logged()).extracting(RecordedEvent::commandId).containsExactly("c0", "c1");
    }

    @Test
    void theSameIdWithOtherContentIsRefused() {
        accepted(door.submit(enforcement("c0", seller, "L-1")));
        accepted(door.submit(message("c1", seller, "L-1", "what was said first")));

        CommandResult reused = decided(door.submit(message("c1", seller, "L-1", "something else")));

        assertThat(Objects.requireNonNull(reused.rejection()).type()).isEqualTo(RejectionType.IDEMPOTENCY_KEY_REUSED);
        assertThat(logged()).hasSize(2);
    }

    @Test
    void aRefusedCommandMayBeSentAgainWhenItFits() {
        IssuedCommand early = message("c1", seller, "L-1", "nobody there yet");
        assertThat(decided(door.submit(early)).isAccepted()).isFalse();
        accepted(door.submit(enforcement("c0", seller, "L-1")));

        assertThat(accepted(door.submit(early)).version()).isEqualTo(2);
    }

    @Test
    void anExpectedVersionThatIsOverIsRefused() {
        accepted(door.submit(enforcement("c0", seller, "L-1")));
        accepted(door.submit(message("c1", seller, "L-1", "moves it to version 2")));

        CommandResult late = decided(door.submit(expecting(1, message("c2", seller, "L-1", "for version 1"))));

        assertThat(Objects.requireNonNull(late.rejection()).type()).isEqualTo(RejectionType.VERSION_MISMATCH);
        assertThat(late.rejection().currentVersion()).isEqualTo(2);
        assertThat(accepted(door.submit(expecting(2, message("c2", seller, "L-1", "for version 1"))))
                        .version())
                .isEqualTo(3);
    }

    @Test
    void aCommandFromTheFutureIsRefused() {
        IssuedCommand now = enforcement("c0", seller, "L-1");
        Instant tooLate = Instant.now().plus(Duration.ofMinutes(6));

        CommandResult refused = decided(door.submit(
                new IssuedCommand(now.commandId(), now.appealId(), null, now.actor(), tooLate, now.command())));

        assertThat(Objects.requireNonNull(refused.rejection()).errors())
                .extracting("pointer")
                .containsExactly("/issuedAt");
    }

    @Test
    void whatWasAnsweredCanBeAskedForAgain() {
        CommandResult result = accepted(door.submit(enforcement(seller + "-c0", seller, "L-1")));

        assertThat(door.recent(seller + "-c0")).contains(new CommandAnswer.Decided(result));
        assertThat(door.recent("never-sent")).isEmpty();
    }

    private List<RecordedEvent> logged() {
        return new LogOnBroker(cluster.bootstrapServers()).verified().getOrDefault(appealId, List.of());
    }

    private static List<Long> versionsUpTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static IssuedCommand expecting(long version, IssuedCommand command) {
        return new IssuedCommand(
                command.commandId(),
                command.appealId(),
                version,
                command.actor(),
                command.issuedAt(),
                command.command());
    }
}
