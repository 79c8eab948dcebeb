package io.appeals.api.webhook.delivery;

import io.appeals.schema.webhook.WebhookAttempt;
import io.appeals.schema.webhook.WebhookState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * What has to be kept, all of it or nothing.
 *
 * @param rows by key; empty for one that is to be removed
 * @param places the next offset of each partition
 */
record Changes(
        Map<String, Optional<WebhookState>> rows, List<WebhookAttempt> attempts, Map<TopicPartition, Long> places) {

    boolean isOnlyPlaces() {
        return rows.isEmpty() && attempts.isEmpty();
    }
}
