package io.appeals.api.webhook.delivery;

import java.time.Duration;
import java.util.Map;

/**
 * How a node delivers webhooks.
 *
 * @param clients what every Kafka client is configured with
 * @param partitions of every topic
 * @param atOnce attempts that may be under way to one endpoint
 * @param session after how long without a word the others take over from this node
 */
public record DeliverySettings(
        String nodeId,
        Map<String, Object> clients,
        int partitions,
        RetrySchedule schedule,
        int atOnce,
        Duration session) {

    /** The consumer group in which the nodes share the partitions out. */
    public static final String GROUP = "appeals-webhooks-v1";

    /** What the transactional ids of all nodes' deliveries begin with; they fence each other by them. */
    public static final String TRANSACTIONAL_IDS = "appeals-webhooks-";

    static final int USUAL_AT_ONCE = 16;
    static final Duration USUAL_SESSION = Duration.ofSeconds(10);

    public static DeliverySettings usual(
            String nodeId, Map<String, Object> clients, int partitions, RetrySchedule schedule) {
        return new DeliverySettings(nodeId, clients, partitions, schedule, USUAL_AT_ONCE, USUAL_SESSION);
    }
}
