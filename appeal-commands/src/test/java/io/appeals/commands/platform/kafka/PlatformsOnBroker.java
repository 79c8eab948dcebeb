package io.appeals.commands.platform.kafka;

import io.appeals.commands.platform.Platform;
import io.appeals.commands.platform.PlatformObserver;
import io.appeals.commands.platform.TrustedActor;
import io.appeals.commands.writer.LogOnBroker;
import io.appeals.commands.writer.TestCluster;
import io.appeals.commands.writer.kafka.KafkaCommandDoor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.result.CommandResult;
import io.appeals.schema.topic.PlatformTopics;
import io.appeals.schema.topic.TopicProvisioner;
import io.appeals.schema.wire.Published;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Two platforms with topics of their own, and the owner of all appeals, on one broker. */
final class PlatformsOnBroker implements AutoCloseable {

    static final PlatformTopics ACME = new PlatformTopics("acme");
    static final PlatformTopics BAZAAR = new PlatformTopics("bazaar");

    /** Bazaar, trusted as sellers of its own. */
    static final Platform SELLERS =
            new Platform("bazaar", List.of(new TrustedActor(ActorType.SELLER, List.of("bazaar-*"), Set.of())));

    private final TestCluster cluster;
    private final KafkaCommandDoor owner;
    private final KafkaProducer<String, byte[]> producer;

    private PlatformsOnBroker(TestCluster cluster, KafkaCommandDoor owner, KafkaProducer<String, byte[]> producer) {
        this.cluster = cluster;
        this.owner = owner;
        this.producer = producer;
    }

    static PlatformsOnBroker open(String bootstrapServers, Path folder) {
        TestCluster cluster = TestCluster.on(bootstrapServers);
        PlatformsOnBroker opened = new PlatformsOnBroker(
                cluster,
                cluster.openAlone("node-a", folder),
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new StringSerializer(),
                        new ByteArraySerializer()));
        opened.provision(ACME, BAZAAR);
        return opened;
    }

    String bootstrapServers() {
        return cluster.bootstrapServers();
    }

    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
    }

    void provision(PlatformTopics... platforms) {
        try (Admin admin = admin()) {
            new TopicProvisioner(admin, TestCluster.PARTITIONS, Optional.empty(), List.of(platforms)).provision();
        }
    }

    /** A node's relays for both. */
    PlatformRelays relays(PlatformObserver observer) {
        return relays(List.of(RelayProcess.ACME, SELLERS), observer);
    }

    PlatformRelays relays(List<Platform> platforms, PlatformObserver observer) {
        return RelayProcess.relays(bootstrapServers(), "node-a", platforms, observer);
    }

    void send(PlatformTopics topics, IssuedCommand command) {
        send(record(topics, command));
    }

    void send(ProducerRecord<String, byte[]> record) {
        producer.send(record);
    }

    static ProducerRecord<String, byte[]> record(PlatformTopics topics, IssuedCommand command) {
        return new ProducerRecord<>(
                topics.commands(),
                command.appealId(),
                Published.COMMANDS.wireFormat().encode(command));
    }

    List<RecordedEvent> events(String appealId) {
        return new LogOnBroker(bootstrapServers()).verified().getOrDefault(appealId, List.of());
    }

    /** Of commands whose ids begin so. */
    List<CommandResult> results(String topic, String commandIds) {
        return found(topic, commandIds).stream()
                .map(found -> Published.COMMAND_RESULTS.wireFormat().decode(found.value()))
                .toList();
    }

    /** Records whose keys begin so. */
    List<ConsumerRecord<String, byte[]>> found(String topic, String keys) {
        return new LogOnBroker(bootstrapServers())
                .all(topic).stream()
                        .filter(found -> found.key() != null && found.key().startsWith(keys))
                        .toList();
    }

    @Override
    public void close() {
        producer.close();
        owner.close();
    }
}
