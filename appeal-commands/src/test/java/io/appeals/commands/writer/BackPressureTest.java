package io.appeals.commands.writer;

import static io.appeals.commands.writer.Heard.accepted;
import static io.appeals.commands.writer.SampleCommands.enforcement;
import static io.appeals.commands.writer.SampleCommands.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.broker.KafkaBroker;
import io.appeals.commands.CommandAnswer;
import io.appeals.commands.writer.kafka.KafkaCommandDoor;
import io.appeals.schema.event.RecordedEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Tag("broker")
class BackPressureTest {

    private static final int ROOM = 50;

    @RegisterExtension
    static final KafkaBroker broker = KafkaBroker.shared();

    @TempDir
    Path folder;

    @Test
    void whoFindsTheQueueFullHearsSoAtOnceAndEveryoneElseIsServed() {
        String seller = "seller-" + UUID.randomUUID();
        TestCluster cluster = TestCluster.on(broker.bootstrapServers());
        WriterSettings tight = cluster.settings("node-a", folder).withQueue(ROOM, 1 << 20);
        Counted counted = new Counted();
        try (KafkaCommandDoor door = TestCluster.alone(cluster.open(tight, counted))) {
            accepted(door.submit(enforcement("c0", seller, "L-1")));

            List<CompletableFuture<CommandAnswer>> answers = IntStream.rangeClosed(1, 5_000)
                    .mapToObj(i -> door.submit(message("c" + i, seller, "L-1", "in a flood")))
                    .toList();

            List<CommandAnswer> heard = answers.stream().map(Heard::heard).toList();
            assertThat(heard)
                    .filteredOn(CommandAnswer.Unavailable.class::isInstance)
                    .isNotEmpty()
                    .allSatisfy(answer -> assertThat(((CommandAnswer.Unavailable) answer).retryAfter())
                            .isPositive());
            assertThat(heard)
                    .filteredOn(CommandAnswer.Unavailable.class::isInstance)
                    .hasSize(counted.turnedAwayCommands());
            long served = heard.stream()
                    .filter(CommandAnswer.Decided.class::isInstance)
                    .count();
            assertThat(served).isGreaterThanOrEqualTo(ROOM);
            assertThat(new LogOnBroker(cluster.bootstrapServers())
                            .verified()
                            .get(SampleCommands.appealId(seller, "L-1")))
                    .extracting(RecordedEvent::version)
                    .hasSize((int) served + 1);
            TestCluster.await(() -> door.status().queuedCommands() == 0);
            assertThat(door.status().queuedBytes()).isZero();
        }
    }
}
