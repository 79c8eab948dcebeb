package io.appeals.commands.platform.kafka;

import static io.appeals.commands.platform.kafka.PlatformsOnBroker.ACME;
import static io.appeals.commands.platform.kafka.PlatformsOnBroker.BAZAAR;
import static io.appeals.commands.writer.SampleCommands.enforcement;
import static io.appeals.commands.writer.SampleCommands.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.broker.KafkaBroker;
import io.appeals.commands.platform.Platform;
import io.appeals.commands.platform.PlatformObserver;
import io.appeals.commands.platform.PlatformSettings;
import io.appeals.commands.writer.SampleCommands;
import io.appeals.commands.writer.TestCluster;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.result.CommandResult;
import io.appeals.schema.topic.PlatformTopics;
import io.appeals.schema.topic.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to relays and topics, each command goes on once, and its platform hears of it once. */
@Tag("broker")
@Tag("representative")
@Timeout(120)
class InterruptedRelaysTest {

    private static final int COMMANDS_A_ROUND = 1_500;

    @RegisterExtension
    static final KafkaBroker broker = KafkaBroker.shared();

    @TempDir
    static Path folder;

    private static PlatformsOnBroker platforms;

    private final String seller = "seller-" + UUID.randomUUID();

    @BeforeAll
    static void open() {
        platforms = PlatformsOnBroker.open(broker.bootstrapServers(), folder);
    }

    @AfterAll
    static void close() {
        platforms.close();
    }

    @Test
    void relaysThatAreKilledLoseNothingAndCarryNothingTwice() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        platforms.send(ACME, enforcement(seller + "-begin", seller, "L-1"));
        List<String> sent = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            try (RelayProcess relays = RelayProcess.start(platforms.bootstrapServers(), "node-a")) {
                String first = send(round, 0);
                sent.add(first);
                TestCluster.await(() -> !results(ACME.results(), first).isEmpty());
                CompletableFuture<Void> killed = CompletableFuture.runAsync(() -> {
                    pause(random.nextInt(50, 600));
                    relays.kill();
                });
                for (int i = 1; i < COMMANDS_A_ROUND; i++) {
                    sent.add(send(round, i));
                    if (i % 50 == 0) {
                        pause(20);
                    }
                }
                killed.get();
            }
        }

        try (PlatformRelays _ = platforms.relays(PlatformObserver.NONE)) {
            TestCluster.await(() -> results(ACME.results(), seller).size() > sent.size());
        }

        assertThat(results(ACME.results(), seller))
                .allMatch(CommandResult::isAccepted)
                .extracting(CommandResult::commandId)
                .doesNotHaveDuplicates()
                .containsAll(sent);
        assertThat(platforms.events(SampleCommands.appealId(seller, "L-1")))
                .extracting(RecordedEvent::commandId)
                .as("in the order in which they were sent")
                .endsWith(sent.toArray(String[]::new));
        assertThat(results(Topic.COMMAND_RESULTS.topicName(), seller))
                .as("commands that reached the owner")
                .hasSize(sent.size() + 1);
    }

    private String send(int round, int number) {
        String id = seller + "-" + round + "-" + number + ".";
        platforms.send(ACME, message(id, seller, "L-1", "again and again"));
        return id;
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPlatformWhoseTopicIsGoneIsReportedAndHearsEverythingOnceItIsBack() throws Exception {
        Platform depot = new Platform("depot", RelayProcess.ACME.actors());
        PlatformTopics topics = new PlatformTopics("depot");
        platforms.provision(topics);
        try (Admin admin = platforms.admin()) {
            admin.deleteTopics(List.of(topics.results())).all().get();
        }

        try (PlatformRelays relays = platforms.relays(List.of(depot), PlatformObserver.NONE)) {
            platforms.send(topics, enforcement(seller + "-0", seller, "L-1"));
            TestCluster.await(() -> relays.problems().toString().contains(topics.results()));

            platforms.provision(topics);

            TestCluster.await(() -> results(topics.results(), seller).size() == 1);
            TestCluster.await(() -> relays.problems().isEmpty());
        }
    }

    @Test
    void aNodeThatIsStartedAgainWithOneMorePlatformServesItToo() {
        try (PlatformRelays _ = platforms.relays(List.of(RelayProcess.ACME), PlatformObserver.NONE)) {
            platforms.send(ACME, enforcement(seller + "-0", seller, "L-1"));
            TestCluster.await(() -> results(ACME.results(), seller).size() == 1);
        }

        try (PlatformRelays _ = platforms.relays(PlatformObserver.NONE)) {
            platforms.send(ACME, message(seller + "-1", seller, "L-1", "from one that was there"));
            platforms.send(BAZAAR, message(seller + "-2", seller, "L-1", "from one that has come"));
            TestCluster.await(() -> results(ACME.results(), seller).size() == 2
                    && results(BAZAAR.results(), seller).size() == 1);
        }
    }

    @Test
    void aNodeThatDoesNotKnowAPlatformYetGivesItItsResultsAllTheSame() {
        try (RelayProcess _ = startKnowingAcmeOnly();
                PlatformRelays _ = platforms.relays(List.of(PlatformsOnBroker.SELLERS), PlatformObserver.NONE)) {
            for (int i = 0; i < 40; i++) {
                platforms.send(BAZAAR, message(seller + "-" + i, seller, "L-" + i, "as nobody that it may be"));
            }
            TestCluster.await(() -> results(BAZAAR.results(), seller).size() == 40);
        }
    }

    private static RelayProcess startKnowingAcmeOnly() {
        try {
            RelayProcess started = RelayProcess.start(platforms.bootstrapServers(), "node-c");
            TestCluster.await(() -> sharing(PlatformSettings.RESULTS_GROUP, "node-c") == 1);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void twoNodesShareTheWorkAndEachCommandIsCarriedOnce() throws Exception {
        int commands = 300;
        AtomicInteger carriedHere = new AtomicInteger();
        PlatformObserver counting = new PlatformObserver() {
            @Override
            public void decided(String platform, Outcome outcome) {
                carriedHere.incrementAndGet();
            }
        };
        try (RelayProcess _ = RelayProcess.start(platforms.bootstrapServers(), "node-b");
                PlatformRelays _ = platforms.relays(counting)) {
            TestCluster.await(InterruptedRelaysTest::twoNodesHavePartitions);
            for (int i = 0; i < commands; i++) {
                platforms.send(ACME, enforcement(seller + "-" + i, seller, "L-" + i));
            }

            TestCluster.await(() -> results(ACME.results(), seller).size() >= commands);
        }

        assertThat(results(ACME.results(), seller))
                .extracting(CommandResult::commandId)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, commands)
                        .mapToObj(i -> seller + "-" + i)
                        .toList());
        assertThat(results(Topic.COMMAND_RESULTS.topicName(), seller)).hasSize(commands);
        assertThat(carriedHere.get()).isBetween(1, commands - 1);
    }

    private static boolean twoNodesHavePartitions() {
        return sharing(PlatformSettings.COMMANDS_GROUP, "node-") == 2;
    }

    private static long sharing(String group, String nodes) {
        try (Admin admin = platforms.admin()) {
            return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                    .flatMap(description -> description.members().stream())
                    .filter(member -> member.groupInstanceId().orElse("").contains(nodes))
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .count();
        } catch (ExecutionException e) {
            // nobody has joined it yet
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<CommandResult> results(String topic, String commandIds) {
        return platforms.results(topic, commandIds);
    }
}
