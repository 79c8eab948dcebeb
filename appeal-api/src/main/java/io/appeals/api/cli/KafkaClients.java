package io.appeals.api.cli;

import io.appeals.api.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/** How the commands' own Kafka clients reach a cluster: as a node's would. */
final class KafkaClients {

    private KafkaClients() {}

    /** @return what every client is configured with, in a map that the caller may add to */
    static Map<String, Object> of(String bootstrapServers) {
        Map<String, Object> clients = new HashMap<>(Settings.ofThisProcess().kafkaClients());
        clients.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return clients;
    }
}
