package io.appeals.api.rights;

import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;

/** By which name the cluster knows this node. */
final class Principal {

    /** Where the name comes out of a certificate or a token, only the cluster knows it. */
    static final String UNKNOWN = "User:NODE";

    private Principal() {}

    /** @param clients what every Kafka client is configured with */
    static String of(Map<String, ?> clients) {
        Object login = clients.get(SaslConfigs.SASL_JAAS_CONFIG);
        return login == null ? UNKNOWN : ofLogin(login.toString());
    }

    private static String ofLogin(String login) {
        try {
            return JaasContext.loadClientContext(Map.of(SaslConfigs.SASL_JAAS_CONFIG, new Password(login)))
                    .configurationEntries()
                    .stream()
                    .map(entry -> entry.getOptions().get("username"))
                    .filter(name -> name != null)
                    .map(name -> "User:" + name)
                    .findFirst()
                    .orElse(UNKNOWN);
        } catch (IllegalArgumentException | KafkaException unreadable) {
            // The clients themselves say so, better than could be done here.
            return UNKNOWN;
        }
    }
}
