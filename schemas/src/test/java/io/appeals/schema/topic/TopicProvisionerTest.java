package io.appeals.schema.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appeals.api.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a broker of its own, because the names of the topics are fixed. */
@Tag("broker")
class TopicProvisionerTest {

    private static EmbeddedBroker broker;
    private static Admin admin;

    @BeforeAll
    static void start(@TempDir Path data) {
        broker = EmbeddedBroker.start(data, 0);
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    @AfterAll
    static void stop() {
        admin.close();
        broker.close();
    }

    @AfterEach
    void forgetTopics() throws Exception {
        admin.deleteTopics(names()).all().get();
        awaitTopics(Set.of());
    }

    @Test
    void missingTopicsAreCreatedWithTheirPartitionsCleanupAndRetention() throws Exception {
        assertThat(provisioner(5).provision()).isEqualTo(5);

        awaitTopics(Stream.of(Topic.values()).map(Topic::topicName).collect(Collectors.toSet()));
        assertThat(setting(Topic.EVENTS.topicName(), "retention.ms")).isEqualTo("-1");
        assertThat(setting(Topic.STATUS.topicName(), "cleanup.policy")).isEqualTo("compact");
        assertThat(setting(Topic.COMMANDS.topicName(), "retention.ms")).isEqualTo("604800000");
    }

    @Test
    void topicsThatExistKeepTheirPartitionsAndMissingOnesFollowThem() throws Exception {
        provisioner(5).provision();
        awaitAllTopics();
        Set<String> withoutStatus = new HashSet<>(names());
        withoutStatus.remove(Topic.STATUS.topicName());
        admin.deleteTopics(List.of(Topic.STATUS.topicName())).all().get();
        awaitTopics(withoutStatus);

        assertThat(provisioner(12).provision()).isEqualTo(5);
        awaitAllTopics();
    }

    @Test
    void aPlatformsOwnTopicsAreLikeThoseOfAll() throws Exception {
        PlatformTopics acme = new PlatformTopics("acme");
        Set<String> expected = Stream.of(Topic.values()).map(Topic::topicName).collect(Collectors.toSet());
        expected.addAll(Set.of(acme.commands(), acme.results()));

        new TopicProvisioner(admin, 2, Optional.of((short) 1), List.of(acme)).provision();

        awaitTopics(expected);
        assertThat(setting(acme.commands(), "retention.ms")).isEqualTo("604800000");
        assertThat(setting(acme.results(), "retention.ms")).isEqualTo("86400000");
    }

    @Test
    void nodesThatStartTogetherAgreeOnTheSameTopics() throws Exception {
        List<Integer> partitions = IntStream.range(0, 6)
                .parallel()
                .mapToObj(node -> provisioner(3 + node).provision())
                .toList();

        assertThat(Set.copyOf(partitions)).hasSize(1);
        awaitAllTopics();
    }

    @Test
    void unequalPartitionsAreRefusedByName() throws Exception {
        create(Topic.EVENTS, 3, Map.of("retention.ms", "-1"));
        create(Topic.COMMANDS, 4, Map.of());

        assertThatThrownBy(() -> provisioner(3).provision())
                .isInstanceOf(TopicMismatchException.class)
                .hasMessageContaining("appeals.commands.v1=4")
                .hasMessageContaining("appeals.events.v1=3");
    }

    @Test
    void aLogThatWouldForgetIsRefused() throws Exception {
        create(Topic.EVENTS, 3, Map.of("retention.ms", "86400000"));

        assertThatThrownBy(() -> provisioner(3).provision())
                .hasMessage("topic appeals.events.v1 has retention.ms=86400000 and would forget appeals; set it to -1");
    }

    @Test
    void aCompactedLogIsRefused() throws Exception {
        create(Topic.EVENTS, 3, Map.of("retention.ms", "-1", "cleanup.policy", "compact"));

        assertThatThrownBy(() -> provisioner(3).provision())
                .hasMessageContaining("cleanup.policy=compact but needs delete");
    }

    private static TopicProvisioner provisioner(int partitions) {
        return new TopicProvisioner(admin, partitions, Optional.of((short) 1));
    }

    private static void create(Topic topic, int partitions, Map<String, String> settings) throws Exception {
        NewTopic created = new NewTopic(topic.topicName(), partitions, (short) 1).configs(settings);
        Set<String> expected = new HashSet<>(names());
        expected.add(topic.topicName());
        admin.createTopics(List.of(created)).all().get();
        awaitTopics(expected);
    }

    /** What the controller has done reaches the broker's answers a moment later. */
    private static void awaitTopics(Set<String> expected) throws ExecutionException, InterruptedException {
        Instant deadline = Instant.now().plusSeconds(20);
        while (!names().equals(expected)) {
            assertThat(Instant.now())
                    .as("topics %s, expected %s", names(), expected)
                    .isBefore(deadline);
            Thread.sleep(5);
        }
    }

    private static void awaitAllTopics() throws ExecutionException, InterruptedException {
        awaitTopics(Stream.of(Topic.values()).map(Topic::topicName).collect(Collectors.toSet()));
    }

    private static Set<String> names() throws ExecutionException, InterruptedException {
        return admin.listTopics().names().get();
    }

    private static String setting(String topic, String name) throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource))
                .values()
                .values()
                .iterator()
                .next()
                .get()
                .get(name)
                .value();
    }
}
