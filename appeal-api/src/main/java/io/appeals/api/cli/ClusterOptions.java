package io.appeals.api.cli;

import io.appeals.api.registry.configured.RegisteredIds;
import io.appeals.api.registry.configured.RegistryRefusal;
import io.appeals.api.settings.Setting;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import picocli.CommandLine.Option;

/** Which log is read; the same option for every command that only reads. */
public final class ClusterOptions {

    private static final String AUTHORIZATION = Setting.SCHEMA_REGISTRY_AUTHORIZATION.environmentVariable();

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT[,...]",
            defaultValue = "${env:APPEALS_KAFKA_BOOTSTRAP_SERVERS:-127.0.0.1:9092}",
            description = "The Kafka cluster to read from (default: 127.0.0.1:9092, where './appeals up' has its own).")
    private String bootstrapServers = "127.0.0.1:9092";

    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            defaultValue = "${env:APPEALS_SCHEMA_REGISTRY_URL:-}",
            description = {
                "The schema registry whose ids the log was written with (default: none; the built-in catalogue's ids).",
                "What it wants in the header 'authorization' is taken from APPEALS_SCHEMA_REGISTRY_AUTHORIZATION."
            })
    private String schemaRegistry = "";

    /** For questions about the log itself. */
    public Admin admin() {
        return Admin.create(KafkaClients.of(bootstrapServers));
    }

    /**
     * Reads the log partition by partition.
     *
     * @throws CannotRun when no broker answers, or no schema registry where one is named
     */
    public KafkaConsumer<String, byte[]> walkingConsumer() {
        // Default 500: at each partition's end a fetch for more is under way, and the next partition's has to wait for
        // it.
        return consumer(Map.of(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10));
    }

    /** @throws CannotRun when no broker answers, or no schema registry where one is named */
    public KafkaConsumer<String, byte[]> consumer() {
        return consumer(Map.of());
    }

    private Map<String, String> schemaIds() {
        if (schemaRegistry.isBlank()) {
            return Map.of();
        }
        if (!schemaRegistry.startsWith("http://") && !schemaRegistry.startsWith("https://")) {
            throw new CannotRun("--schema-registry '" + schemaRegistry
                    + "': an address such as http://localhost:8080/schema-registry was expected");
        }
        try {
            return RegisteredIds.find(schemaRegistry, System.getenv().getOrDefault(AUTHORIZATION, ""))
                    .clientSettings();
        } catch (RegistryRefusal e) {
            throw new CannotRun(String.valueOf(e.getMessage()));
        }
    }

    private KafkaConsumer<String, byte[]> consumer(Map<String, Object> further) {
        ClusterProbe.requireAnswer(bootstrapServers);
        Map<String, Object> settings = KafkaClients.of(bootstrapServers);
        settings.putAll(schemaIds());
        settings.putAll(further);
        // Default read_uncommitted: events of aborted transactions, which never happened, would be read as well.
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // Default true: a reader that belongs to no group has no place to commit to.
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Default latest: where records are gone for their age, whoever was to begin with them would skip the rest.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // Default 64 KiB: the system's own choice reads a log several times faster.
        settings.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, -1);
        // Default true: a consumer that asks for a missing topic would create it, with one partition.
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
