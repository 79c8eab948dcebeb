package io.appeals.api.webhook.ledger;

import io.appeals.api.webhook.WebhookKeys;
import io.appeals.schema.topic.AppealPartition;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.webhook.WebhookAttempt;
import io.appeals.schema.webhook.WebhookRow;
import io.appeals.schema.webhook.WebhookState;
import io.appeals.schema.wire.CloudEventHeaders;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.WireFormat;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Rows and attempts as records of their topics. Everything about one webhook goes to one partition, so that it is read in
 * the order in which it was written.
 */
public final class WebhookRecords {

    private final WireFormat<WebhookRow> rows = Published.WEBHOOKS.wireFormat();
    private final WireFormat<WebhookAttempt> attempts = Published.WEBHOOK_ATTEMPTS.wireFormat();
    private final int partitions;

    /** @param partitions of the topics */
    public WebhookRecords(int partitions) {
        this.partitions = partitions;
    }

    /** @param state empty to remove the row */
    public ProducerRecord<String, byte[]> row(String key, Optional<WebhookState> state, Instant now) {
        String webhookId = WebhookKeys.webhookId(key);
        byte[] value = state.map(kept -> rows.encode(new WebhookRow(webhookId, now, kept)))
                .orElse(null);
        return new ProducerRecord<>(
                Topic.WEBHOOKS.topicName(),
                AppealPartition.of(webhookId, partitions),
                key,
                value,
                CloudEventHeaders.of(UUID.randomUUID().toString(), "WebhookRow", now, webhookId, null));
    }

    public ProducerRecord<String, byte[]> attempt(WebhookAttempt attempt) {
        return new ProducerRecord<>(
                Topic.WEBHOOK_ATTEMPTS.topicName(),
                AppealPartition.of(attempt.webhookId(), partitions),
                attempt.webhookId(),
                attempts.encode(attempt),
                CloudEventHeaders.of(
                        attempt.deliveryId() + "/" + attempt.attemptedAt().toEpochMilli(),
                        "WebhookAttempt",
                        attempt.attemptedAt(),
                        attempt.webhookId(),
                        null));
    }

    WebhookRow row(byte[] value) {
        return rows.decode(value);
    }

    WebhookAttempt attempt(byte[] value) {
        return attempts.decode(value);
    }
}
