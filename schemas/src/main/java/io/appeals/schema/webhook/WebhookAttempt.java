package io.appeals.schema.webhook;

import io.appeals.schema.Doc;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One attempt to deliver a webhook, and what came of it. */
@Doc("One attempt to deliver a webhook, and what came of it. The record's key is the webhookId.")
public record WebhookAttempt(
        String webhookId,
        @Doc("The webhook-id that the receiver saw") String deliveryId,
        String eventType,
        String appealId,

        @Doc("The appeal's version, where it is an event of the appeal") @Nullable
        Long sequence,

        Instant occurredAt,
        @Doc("Where the event stands in the log") String topic,
        int partition,
        long offset,
        @Doc("1 for the first") int attempt,
        Instant attemptedAt,
        long durationMillis,
        @Doc("Null where no answer came") @Nullable Integer httpStatus,
        @Doc("What went wrong, for a person") @Nullable String problem,
        DeliveryStatus status,
        @Nullable Instant nextAttemptAt) {}
