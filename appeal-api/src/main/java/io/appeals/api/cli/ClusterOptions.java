package io.appeals.api.cli;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import picocli.CommandLine.Option;

/** Which log is read; the same option for every command that only reads. */
public final class ClusterOptions {

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT[,...]",
            defaultValue = "${env:APPEALS_KAFKA_BOOTSTRAP_SERVERS:-127.0.0.1:9092}",
            description = "The Kafka cluster to read from (default: 127.0.0.1:9092, where './appeals up' has its own).")
    private String bootstrapServers = "127.0.0.1:9092";

    /** For questions about the log itself. */
    public Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /**
     * Reads the log partition by partition.
     *
     * @throws CannotRun when no broker answers
     */
    public KafkaConsumer<String, byte[]> walkingConsumer() {
        // Default 500: at each partition's end a fetch for more is under way, and the next partition's has to wait for
        // it.
        return consumer(Map.of(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10));
    }

    /** @throws CannotRun when no broker answers */
    public KafkaConsumer<String, byte[]> consumer() {
        return consumer(Map.of());
    }

    private KafkaConsumer<String, byte[]> consumer(Map<String, Object> further) {
        ClusterProbe.requireAnswer(bootstrapServers);
        Map<String, Object> settings = new HashMap<>(further);
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        // Default read_uncommitted: events of aborted transactions, which never happened, would be read as well.
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // Default true: a reader that belongs to no group has no place to commit to.
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Default 64 KiB: the system's own choice reads a log several times faster.
        settings.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, -1);
        // Default true: a consumer that asks for a missing topic would create it, with one partition.
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
