package io.appeals.commands.platform;

import java.util.Map;

/**
 * How a node serves platforms that have topics of their own.
 *
 * @param nodeId names this node for ever: no two nodes that run at the same time may share it
 * @param bootstrapServers of the Kafka cluster
 * @param clientSettings further settings of every Kafka client, for instance for TLS and SASL
 * @param partitions of the commands topic of all
 */
public record PlatformSettings(
        String nodeId, String bootstrapServers, Map<String, String> clientSettings, int partitions) {

    /** In which nodes share out the platforms' commands topics. */
    public static final String COMMANDS_GROUP = "appeals-platform-commands-v1";

    /** In which nodes share out the results of all. */
    public static final String RESULTS_GROUP = "appeals-platform-results-v1";

    /** What the transactional ids of all nodes' relays begin with. */
    public static final String TRANSACTIONAL_IDS = "appeals-platform-";

    public PlatformSettings {
        clientSettings = Map.copyOf(clientSettings);
    }
}
