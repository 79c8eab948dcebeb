package io.appeals.api.alertmanager;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.appeals.api.node.Node;
import io.appeals.api.node.NodeService;
import io.appeals.api.node.NodeSettings;
import io.appeals.api.settings.InvalidSetting;
import io.appeals.api.settings.Setting;
import io.appeals.api.settings.Settings;
import io.appeals.api.time.ProductTime;
import io.appeals.projections.sla.SlaQueries;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Posts this node's share of the SLA alerts to Alertmanager, where one is configured. */
@Singleton
@Requires(property = "appeals.alertmanager.url", pattern = ".*\\S.*")
public class AlertmanagerNode implements NodeService {

    /** The consumer group in which the nodes share the partitions out. */
    public static final String GROUP = "appeals-alertmanager-v1";

    private final Alertmanagers alertmanagers;
    private final AlertmanagerFeed feed;

    /** @param node has created the topics */
    AlertmanagerNode(
            Node node,
            NodeSettings cluster,
            Settings settings,
            SlaQueries queries,
            ProductTime time,
            ObjectMapper mapper,
            AlertmanagerMetrics metrics) {
        this.alertmanagers = new Alertmanagers(addresses(settings), metrics);
        this.feed = AlertmanagerFeed.start(
                () -> member(cluster),
                ClockCheck.of(queries, time),
                new AlertPost(mapper, alertmanagers, metrics),
                settings.duration(Setting.ALERTMANAGER_RENEW_EVERY));
        metrics.watch(feed::open, feed::waiting);
    }

    private static List<AlertmanagerAddress> addresses(Settings settings) {
        try {
            return AlertmanagerAddress.read(settings.text(Setting.ALERTMANAGER_URL));
        } catch (IllegalArgumentException e) {
            throw new InvalidSetting(Setting.ALERTMANAGER_URL, String.valueOf(e.getMessage()));
        }
    }

    private static Consumer<String, byte[]> member(NodeSettings cluster) {
        Map<String, Object> configuration = new HashMap<>(cluster.clients());
        configuration.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        // A restarted node goes on at once with what it had.
        configuration.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, GROUP + "-" + cluster.nodeId());
        configuration.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        configuration.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_500);
        configuration.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        configuration.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, -1);
        return new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** How it goes, for operators. */
    Map<String, Object> details() {
        Map<String, Object> details = new TreeMap<>();
        details.put("open", feed.open());
        details.put("waiting", feed.waiting());
        alertmanagers.troubles().forEach((address, problem) -> details.put("problem at " + address, problem));
        return details;
    }

    @PreDestroy
    void close() {
        feed.close();
        alertmanagers.close();
    }
}
