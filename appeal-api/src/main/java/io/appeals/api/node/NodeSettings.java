package io.appeals.api.node;

import io.appeals.api.registry.configured.RegisteredIds;
import io.appeals.api.settings.Setting;
import io.appeals.api.settings.Settings;
import io.appeals.commands.writer.WriterSettings;
import io.appeals.projections.topology.ProjectionSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * What the two sides of a node are started with.
 *
 * @param partitions of topics still to be created
 * @param replicationFactor of topics still to be created; the brokers' default where empty
 * @param answerWithin how long a command's sender waits before it hears 'pending'
 * @param patience how long a query waits for a version that was asked for
 * @param forClients what every Kafka client is configured with besides, for instance {@code security.protocol}
 */
public record NodeSettings(
        String nodeId,
        String bootstrapServers,
        int partitions,
        Optional<Short> replicationFactor,
        Path data,
        Duration answerWithin,
        Duration patience,
        int projectionThreads,
        Map<String, String> forClients) {

    /** @param ids that stand on the wire */
    public static NodeSettings of(Settings settings, RegisteredIds ids) {
        return new NodeSettings(
                settings.text(Setting.NODE_ID),
                settings.text(Setting.KAFKA_BOOTSTRAP_SERVERS),
                settings.number(Setting.KAFKA_PARTITIONS),
                replicationFactor(settings),
                settings.folder(Setting.DATA),
                settings.duration(Setting.COMMAND_ANSWER_WITHIN),
                settings.duration(Setting.QUERY_PATIENCE),
                settings.number(Setting.PROJECTION_THREADS),
                forClients(settings.kafkaClients(), ids.clientSettings()));
    }

    /** The operator's interceptors see records as they are on the wire: after ours where they are sent. */
    private static Map<String, String> forClients(Map<String, String> operators, Map<String, String> ours) {
        Map<String, String> all = new HashMap<>(operators);
        ours.forEach((key, value) -> all.merge(key, value, (theirs, mine) -> mine + "," + theirs));
        return all;
    }

    private static Optional<Short> replicationFactor(Settings settings) {
        int factor = settings.number(Setting.KAFKA_REPLICATION_FACTOR);
        return factor < 1 ? Optional.empty() : Optional.of((short) factor);
    }

    /** What every Kafka client of the node is configured with. */
    public Map<String, Object> clients() {
        Map<String, Object> clients = new HashMap<>(forClients);
        clients.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return clients;
    }

    /** @param existing how many partitions the topics really have */
    WriterSettings writer(int existing) {
        WriterSettings usual = WriterSettings.of(nodeId, bootstrapServers, existing, data.resolve("writer"));
        return usual.withClientSettings(forClients)
                .withTimeouts(answerWithin, usual.sessionTimeout(), usual.transactionTimeout());
    }

    ProjectionSettings projection() {
        ProjectionSettings usual = ProjectionSettings.usual(bootstrapServers, nodeId, data.resolve("projections"));
        return new ProjectionSettings(
                bootstrapServers,
                nodeId,
                usual.stateFolder(),
                projectionThreads,
                usual.standbyReplicas(),
                patience,
                usual.blockCacheBytes(),
                forClients);
    }
}
