package io.appeals.projections.topology;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What an operator can set of the status projection.
 *
 * @param bootstrapServers of the Kafka cluster
 * @param nodeId names this node in the consumer group, so that after a restart it is back at once; unique in the cluster
 * @param stateFolder for the local stores; what is lost there is restored from the log
 * @param threads that fold; more than there are processors or partitions are of no use
 * @param standbyReplicas copies of each store on other nodes, ready to take over
 * @param patience how long a read waits at most for a version that it was promised
 * @param blockCacheBytes memory for reading the stores, for all partitions together
 * @param clientProperties of all Kafka clients, for instance {@code security.protocol}
 */
public record ProjectionSettings(
        String bootstrapServers,
        String nodeId,
        Path stateFolder,
        int threads,
        int standbyReplicas,
        Duration patience,
        long blockCacheBytes,
        Map<String, String> clientProperties) {

    public static final Duration USUAL_PATIENCE = Duration.ofSeconds(2);
    public static final long USUAL_BLOCK_CACHE = 64L * 1024 * 1024;

    public ProjectionSettings {
        clientProperties = Map.copyOf(clientProperties);
    }

    /** Everything as usual, on a cluster without security. */
    public static ProjectionSettings usual(String bootstrapServers, String nodeId, Path stateFolder) {
        return new ProjectionSettings(
                bootstrapServers, nodeId, stateFolder, 1, 0, USUAL_PATIENCE, USUAL_BLOCK_CACHE, Map.of());
    }
}
