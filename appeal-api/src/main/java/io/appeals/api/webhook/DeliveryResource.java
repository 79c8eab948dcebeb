package io.appeals.api.webhook;

import io.appeals.schema.webhook.DeliveryStatus;
import io.appeals.schema.webhook.Waiting;
import io.appeals.schema.webhook.WebhookAttempt;
import io.appeals.schema.webhook.WebhookState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A delivery as the subscription's owner sees it. */
@Schema(name = "WebhookDelivery", description = "One event on its way to one endpoint")
record DeliveryResource(
        @Schema(description = "What the receiver sees as webhook-id; the same in every attempt")
        String deliveryId,

        @Schema(example = "AppealDecided") String eventType,
        String appealId,
        @Nullable Long sequence,
        DeliveryStatus status,
        @Schema(description = "Attempts made so far") int attempts,
        Instant occurredAt,
        @Nullable Instant lastAttemptAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Integer httpStatus,

        @Schema(description = "What went wrong at the last attempt") @Nullable
        String problem,

        @Schema(description = "The delivery about the same appeal that has to be made first") @Nullable
        String waitsFor) {

    static DeliveryResource of(WebhookAttempt attempt) {
        return new DeliveryResource(
                attempt.deliveryId(),
                attempt.eventType(),
                attempt.appealId(),
                attempt.sequence(),
                attempt.status(),
                attempt.attempt(),
                attempt.occurredAt(),
                attempt.attemptedAt(),
                attempt.nextAttemptAt(),
                attempt.httpStatus(),
                attempt.problem(),
                null);
    }

    static DeliveryResource of(WebhookState.GivenUp given) {
        Waiting delivery = given.delivery();
        return new DeliveryResource(
                delivery.deliveryId(),
                delivery.eventType(),
                given.appealId(),
                delivery.sequence(),
                DeliveryStatus.GIVEN_UP,
                given.attempts(),
                delivery.occurredAt(),
                given.lastAttemptAt(),
                null,
                given.httpStatus(),
                given.problem(),
                null);
    }

    /** One of a queue, the first or one that waits for it. */
    static DeliveryResource of(WebhookState.Queue queue, Waiting delivery) {
        Waiting first = queue.waiting().getFirst();
        boolean isFirst = delivery.equals(first);
        return new DeliveryResource(
                delivery.deliveryId(),
                delivery.eventType(),
                queue.appealId(),
                delivery.sequence(),
                DeliveryStatus.WAITING,
                isFirst ? queue.attempts() : 0,
                delivery.occurredAt(),
                null,
                isFirst ? queue.nextAttemptAt() : null,
                isFirst ? queue.httpStatus() : null,
                isFirst ? queue.problem() : null,
                isFirst ? null : first.deliveryId());
    }
}
