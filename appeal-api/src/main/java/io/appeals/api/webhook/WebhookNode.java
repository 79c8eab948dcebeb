package io.appeals.api.webhook;

import io.appeals.api.feed.FeedSources;
import io.appeals.api.node.Node;
import io.appeals.api.node.NodeService;
import io.appeals.api.node.NodeSettings;
import io.appeals.api.webhook.delivery.DeliverySettings;
import io.appeals.api.webhook.delivery.MessageBody;
import io.appeals.api.webhook.delivery.RetrySchedule;
import io.appeals.api.webhook.delivery.WebhookDelivery;
import io.appeals.api.webhook.endpoint.WebhookSender;
import io.appeals.api.webhook.ledger.KafkaWebhookLog;
import io.appeals.api.webhook.ledger.WebhookBook;
import io.appeals.api.webhook.ledger.WebhookLog;
import io.appeals.schema.webhook.LogPosition;
import io.appeals.schema.webhook.WebhookState;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;

/** The webhooks of one node on its cluster: what is known of them, and their delivery. */
@Singleton
public class WebhookNode implements NodeService, WebhookLog {

    private final KafkaWebhookLog log;
    private final WebhookDelivery delivery;

    /** @param node has created the topics */
    WebhookNode(
            Node node,
            NodeSettings cluster,
            WebhookBook book,
            FeedSources sources,
            WebhookSender sender,
            MessageBody body,
            RetrySchedule schedule,
            WebhookMetrics metrics) {
        this.log = new KafkaWebhookLog(cluster.clients(), sources.topics(), node.partitions(), book);
        this.delivery = WebhookDelivery.start(
                DeliverySettings.usual(cluster.nodeId(), cluster.clients(), node.partitions(), schedule),
                sources,
                sender,
                body,
                book,
                log,
                metrics);
    }

    @Override
    public void requireReady() {
        log.requireReady();
    }

    @Override
    public void put(String key, WebhookState state) {
        log.put(key, state);
    }

    @Override
    public void remove(List<String> keys) {
        log.remove(keys);
    }

    @Override
    public List<LogPosition> ends() {
        return log.ends();
    }

    @PreDestroy
    void close() {
        delivery.close();
        log.close();
    }
}
