package io.appeals.api.rights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appeals.api.broker.RecordingAuthorizer.Asked;
import io.appeals.api.http.Casework;
import io.appeals.api.http.RunningApi;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.appeal.MessageVisibility;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.topic.PlatformTopics;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.topic.TopicProvisioner;
import io.appeals.schema.wire.Published;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On a broker that lets nobody do anything which the shipped files do not grant: everybody can do their work, and no more. */
@Tag("broker")
@Timeout(120)
class LeastPrivilegeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final PlatformTopics ACME = new PlatformTopics("acme");
    private static final PlatformTopics BAZAAR = new PlatformTopics("bazaar");
    private static final String PLATFORMS = """
            platforms:
              - name: acme
                actors: [{type: PLATFORM, ids: [acme]}]
              - name: bazaar
                actors: [{type: PLATFORM, ids: [bazaar]}]
            """;

    @TempDir
    static Path folder;

    private static SecuredCluster cluster;
    private static RunningApi node;

    @BeforeAll
    static void theProductServes() throws Exception {
        cluster = SecuredCluster.start(folder);
        cluster.add(SecuredCluster.PRODUCT, ShippedAcls.PRODUCT, ShippedAcls.PRODUCT_PLATFORMS);
        cluster.add("analyst", ShippedAcls.ANALYST);
        cluster.add("market", ShippedAcls.PLATFORM, ShippedAcls.PLATFORM_RESULTS);
        cluster.add("other-market", ShippedAcls.PLATFORM);
        cluster.add(ACME.platform(), ShippedAcls.PLATFORM_OWN);
        cluster.add(BAZAAR.platform(), ShippedAcls.PLATFORM_OWN);
        Path platforms = Files.writeString(folder.resolve("platforms.yaml"), PLATFORMS);
        node = cluster.node(Map.of(
                "appeals.platforms", platforms.toString(),
                // Nobody is there; the alerts are read all the same.
                "appeals.alertmanager.url", "http://127.0.0.1:1",
                "appeals.webhooks.allow-http", "true",
                "appeals.webhooks.allowed-networks", "127.0.0.0/8"));
        node.awaitReady();
    }

    @AfterAll
    static void stop() {
        node.close();
        cluster.close();
    }

    @Test
    void anAppealIsTakenThroughItsLifeWithExactlyTheRightsThatAreListed() throws Exception {
        node.with("platform", "market")
                .post("/v1/webhooks", "{\"url\": \"http://127.0.0.1:1/nobody-there\"}")
                .is(201);
        Casework appeal = Casework.decided(node);
        assertThat(appeal.shown().at("/status").asText()).isEqualTo("DECIDED");
        send("market", appeal.id(), "no command".getBytes(UTF_8));
        send("market", appeal.id(), message("market", appeal.id(), "m-" + UUID.randomUUID()));
        send(ACME, appeal.id(), message("acme", appeal.id(), "m-" + UUID.randomUUID()));
        send(BAZAAR, appeal.id(), message("bazaar", appeal.id(), "m-" + UUID.randomUUID()));
        lapses(Casework.underReview(node));
        startsOnceMore();

        assertThat(rightsUnused()).as("rights that nothing needs").isEmpty();
        assertThat(cluster.askedOf(SecuredCluster.PRODUCT))
                .as("what the product asked for without having the right")
                .noneMatch(asked -> !asked.allowed());
    }

    /** Since its seller is asked and does not answer, which is alerted. */
    private static void lapses(Casework appeal) throws InterruptedException {
        appeal.by(
                "reviewer", "/information-requests", """
                {"requestId": "r-1", "from": "SELLER", "message": "Page 2, please.", "dueAt": "%s",
                 "items": [{"kind": "PURCHASE_INVOICE", "requirementLevel": "REQUIRED"}]}
                """.formatted(Instant.now().plusSeconds(1)));
        await(
                "the appeal lapses",
                () -> appeal.seller()
                        .get("/v1/appeals/" + appeal.id())
                        .isOk()
                        .text("/status")
                        .equals("CLOSED"));
    }

    /** The topics are there then, and their settings are looked at. */
    private static void startsOnceMore() {
        try (Admin admin = cluster.admin(SecuredCluster.PRODUCT)) {
            new TopicProvisioner(admin, 2, Optional.empty(), List.of(ACME, BAZAAR)).provision();
        }
    }

    /** Those that the product has not used after all patience; some work goes on behind what is answered. */
    private static List<Right> rightsUnused() throws InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        List<Right> unused = ProductRights.of(true, List.of(ACME, BAZAAR));
        while (!unused.isEmpty() && Instant.now().isBefore(until)) {
            Thread.sleep(100);
            unused = unused.stream().filter(right -> !isUsed(right)).toList();
        }
        return unused;
    }

    private static boolean isUsed(Right right) {
        return cluster.askedOf(SecuredCluster.PRODUCT).stream().anyMatch(asked -> isFor(right, asked));
    }

    private static boolean isFor(Right right, Asked asked) {
        String name = asked.resource().name();
        return asked.operation() == right.operation()
                && right.isOn(asked.resource().resourceType())
                && (right.resource().patternType() == PatternType.PREFIXED
                        ? name.startsWith(right.name())
                        : name.equals(right.name()));
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENTS", "STATUS", "DECISIONS", "SLA_CLOCKS"})
    void anAnalystReadsWhatIsMadeForAnalysts(Topic topic) {
        Casework appeal = Casework.decided(node);

        assertThat(keyStartingWith(appeal.id(), "analyst", "analyst-" + topic, topic.topicName()))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"EVENTS", "STATUS", "DECISIONS", "SLA_CLOCKS"})
    void anAnalystReadsNothingElse(Topic topic) {
        try (KafkaConsumer<String, byte[]> consumer = cluster.consumer("analyst", "analyst-curious")) {
            consumer.subscribe(List.of(topic.topicName()));

            assertThatThrownBy(() -> consumer.poll(PATIENCE))
                    .isInstanceOf(TopicAuthorizationException.class)
                    .hasMessageContaining(topic.topicName());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAnalystWritesNothing(Topic topic) {
        try (KafkaProducer<String, byte[]> producer = cluster.plainestProducer("analyst")) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>(topic.topicName(), "k", new byte[0]))
                            .get())
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void anAnalystsRightsSufficeToProveThatTheLogIsSound() throws Exception {
        Casework.opened(node);
        StringWriter said = new StringWriter();

        assertThat(cluster.run("analyst", said, "verify-log", "--bootstrap-servers", cluster.bootstrapServers()))
                .isZero();

        assertThat(said.toString()).contains("The log is sound");
    }

    @Test
    void anAnalystTakesNoNodesPlaceInAGroup() {
        try (KafkaConsumer<String, byte[]> consumer = cluster.consumer("analyst", "appeals-status-v2")) {
            consumer.subscribe(List.of(Topic.EVENTS.topicName()));

            assertThatThrownBy(() -> consumer.poll(PATIENCE)).isInstanceOf(GroupAuthorizationException.class);
        }
    }

    @Test
    void aPlatformSendsACommandAndReadsWhatBecameOfIt() throws Exception {
        Casework appeal = Casework.opened(node);
        String commandId = "c-" + UUID.randomUUID();

        send("market", appeal.id(), message("market", appeal.id(), commandId));

        assertThat(keyStartingWith(commandId, "market", "platform-market", Topic.COMMAND_RESULTS.topicName()))
                .isTrue();
    }

    @Test
    void aPlatformWithTopicsOfItsOwnHearsOfItsCommandsAndNobodyElseDoes() throws Exception {
        Casework appeal = Casework.opened(node);
        String commandId = "c-" + UUID.randomUUID();

        send(ACME, appeal.id(), message("acme", appeal.id(), commandId));

        assertThat(keyStartingWith(commandId, "acme", "platform.acme.1", ACME.results()))
                .isTrue();
        for (String results : List.of(ACME.results(), Topic.COMMAND_RESULTS.topicName())) {
            try (KafkaConsumer<String, byte[]> consumer = cluster.consumer("bazaar", "platform.bazaar.1")) {
                consumer.subscribe(List.of(results));
                assertThatThrownBy(() -> consumer.poll(PATIENCE)).isInstanceOf(TopicAuthorizationException.class);
            }
        }
    }

    @Test
    void aPlatformWithTopicsOfItsOwnActsOnlyAsThoseWhomItIsTrustedToBe() throws Exception {
        Casework appeal = Casework.opened(node);
        String commandId = "c-" + UUID.randomUUID();

        send(BAZAAR, appeal.id(), message("acme", appeal.id(), commandId));

        assertThat(keyStartingWith(commandId, "bazaar", "platform.bazaar.2", BAZAAR.results()))
                .isTrue();
        await(
                "told over HTTP",
                () -> node.with("platform", "anybody")
                        .get("/v1/commands/" + commandId)
                        .text("/problem/type")
                        .equals("/problems/forbidden"));
    }

    @Test
    void nobodyElseWritesToAPlatformsOwnTopicAndItWritesToNoOther() {
        for (String topic : List.of(ACME.commands(), ACME.results(), BAZAAR.results(), Topic.COMMANDS.topicName())) {
            try (KafkaProducer<String, byte[]> producer = cluster.plainestProducer("bazaar")) {
                assertThatThrownBy(() -> producer.send(new ProducerRecord<>(topic, "k", new byte[0]))
                                .get())
                        .hasCauseInstanceOf(TopicAuthorizationException.class);
            }
        }
    }

    @Test
    void aPlatformThatIsNotGrantedResultsReadsNobodysAndAsksAfterItsOwnOverHttp() throws Exception {
        Casework appeal = Casework.opened(node);
        String commandId = "c-" + UUID.randomUUID();

        send("other-market", appeal.id(), message("other-market", appeal.id(), commandId));

        await(
                "told over HTTP",
                () -> node.with("platform", "other-market")
                                .get("/v1/commands/" + commandId)
                                .status()
                        == 200);
        try (KafkaConsumer<String, byte[]> consumer = cluster.consumer("other-market", "platform-other")) {
            consumer.subscribe(List.of(Topic.COMMAND_RESULTS.topicName()));
            assertThatThrownBy(() -> consumer.poll(PATIENCE))
                    .isInstanceOfAny(TopicAuthorizationException.class, GroupAuthorizationException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COMMANDS")
    void aPlatformWritesNothingButCommands(Topic topic) {
        try (KafkaProducer<String, byte[]> producer = cluster.plainestProducer("market")) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>(topic.topicName(), "k", new byte[0]))
                            .get())
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    private static void send(String user, String appealId, byte[] command) throws Exception {
        send(user, Topic.COMMANDS.topicName(), appealId, command);
    }

    /** As the user who has the platform's name. */
    private static void send(PlatformTopics own, String appealId, byte[] command) throws Exception {
        send(own.platform(), own.commands(), appealId, command);
    }

    private static void send(String user, String topic, String appealId, byte[] command) throws Exception {
        try (KafkaProducer<String, byte[]> producer = cluster.producer(user)) {
            producer.send(new ProducerRecord<>(topic, appealId, command)).get();
        }
    }

    private static byte[] message(String platform, String appealId, String commandId) {
        return Published.COMMANDS
                .wireFormat()
                .encode(new IssuedCommand(
                        commandId,
                        appealId,
                        null,
                        Actor.of(ActorType.PLATFORM, platform),
                        Instant.now(),
                        new AppealCommand.PostMessage(commandId, "By topic.", MessageVisibility.ALL)));
    }

    /** Whether a user comes to read a record of such a key. */
    private static boolean keyStartingWith(String key, String user, String group, String topic) {
        Instant until = Instant.now().plus(PATIENCE);
        try (KafkaConsumer<String, byte[]> consumer = cluster.consumer(user, group)) {
            consumer.subscribe(List.of(topic));
            while (Instant.now().isBefore(until)) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (record.key().startsWith(key)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(String what, Condition condition) throws InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            assertThat(Instant.now()).as(what).isBefore(until);
            Thread.sleep(100);
        }
    }
}
