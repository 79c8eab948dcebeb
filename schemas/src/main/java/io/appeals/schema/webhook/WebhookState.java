package io.appeals.schema.webhook;

import io.appeals.schema.Doc;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that is kept of a webhook. A new kind goes to the end: the order is the order on the wire. */
public sealed interface WebhookState {

    @Doc("Who wants to be told what, where. The row's key is the webhookId")
    record Subscription(
            String url,

            @Doc("Types of events, or beginnings of types followed by *")
            List<String> eventTypes,

            @Doc("Only events of this seller's appeals") @Nullable
            String sellerId,

            @Doc("The seller whose subscription it is; null for the marketplace's own") @Nullable
            String ownerSellerId,

            String createdBy,
            @Nullable String description,

            @Doc("whsec_… or whsk_…") String secret,

            @Doc("The secret before the last rotation") @Nullable
            String previousSecret,

            @Nullable Instant previousSecretUntil,

            @Doc("Fingerprint of the request that created it, by which a repeat is recognised")
            String requestDigest,

            @Doc("The Idempotency-Key of the last rotation") @Nullable
            String rotationKey,

            Instant createdAt,

            @Doc("What is delivered first, for each partition")
            List<LogPosition> from)
            implements WebhookState {}

    @Doc("Whether deliveries are made. The row's key is webhookId|standing; without it they are")
    record Standing(
            boolean enabled, @Doc("Why, for a person") String reason, Instant since) implements WebhookState {}

    @Doc(
            "How far one subscription has got in one partition, where that is not as far as the consumer group. The row's key is webhookId|lane|topic|partition")
    record Lane(
            String topic,
            int partition,

            @Doc(
                    "The first offset that is neither delivered nor in a queue; null where the group's committed offset says it")
            @Nullable
            Long position)
            implements WebhookState {}

    @Doc(
            "Deliveries about one appeal whose first failed; the others wait for it. The row's key is webhookId|queue|topic|appealId")
    record Queue(
            String topic,
            int partition,
            String appealId,
            List<Waiting> waiting,

            @Doc("Attempts made to deliver the first") int attempts,

            Instant firstAttemptAt,
            Instant nextAttemptAt,
            @Nullable Integer httpStatus,
            @Nullable String problem)
            implements WebhookState {}

    @Doc(
            "A delivery whose last attempt failed, while others to the same endpoint got through. The row's key is webhookId|given-up|deliveryId")
    record GivenUp(
            String topic,
            int partition,
            String appealId,
            Waiting delivery,
            int attempts,
            Instant firstAttemptAt,
            Instant lastAttemptAt,
            @Nullable Integer httpStatus,
            @Nullable String problem)
            implements WebhookState {}

    @Doc("Somebody wants a delivery tried again now. The row's key is webhookId|retry|deliveryId")
    record RetryRequested(
            String topic, int partition, String appealId, Waiting delivery, String requestedBy, Instant requestedAt)
            implements WebhookState {}
}
