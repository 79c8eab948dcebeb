package io.appeals.api.webhook;

import io.appeals.api.caller.Caller;
import io.appeals.api.problem.ProblemException;
import io.appeals.api.problem.ProblemType;
import io.appeals.api.webhook.ledger.WebhookBook;
import io.appeals.api.webhook.ledger.WebhookLog;
import io.appeals.schema.webhook.DeliveryStatus;
import io.appeals.schema.webhook.Waiting;
import io.appeals.schema.webhook.WebhookAttempt;
import io.appeals.schema.webhook.WebhookState;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows what became of deliveries, and has them made again. */
@Singleton
class Deliveries {

    private final WebhookBook book;
    private final WebhookLog log;

    Deliveries(WebhookBook book, WebhookLog log) {
        this.book = book;
        this.log = log;
    }

    /** The latest first: everything that waits or was given up, and of what was delivered the latest. */
    List<DeliveryResource> of(Webhook webhook, @Nullable DeliveryStatus status, int limit) {
        return known(webhook).values().stream()
                .filter(delivery -> status == null || delivery.status() == status)
                .sorted(Comparator.comparing(DeliveryResource::occurredAt)
                        .reversed()
                        .thenComparing(DeliveryResource::deliveryId))
                .limit(limit)
                .toList();
    }

    private Map<String, DeliveryResource> known(Webhook webhook) {
        Map<String, DeliveryResource> known = new LinkedHashMap<>();
        for (WebhookAttempt attempt : book.attempts(webhook.id())) {
            known.put(attempt.deliveryId(), DeliveryResource.of(attempt));
        }
        for (WebhookState.GivenUp given : book.rows(webhook.id(), WebhookState.GivenUp.class)) {
            known.putIfAbsent(given.delivery().deliveryId(), DeliveryResource.of(given));
        }
        for (WebhookState.Queue queue : book.rows(webhook.id(), WebhookState.Queue.class)) {
            queue.waiting()
                    .forEach(each ->
                            known.merge(each.deliveryId(), DeliveryResource.of(queue, each), Deliveries::richer));
        }
        return known;
    }

    /** An attempt tells more than its queue, unless that has gone on since. */
    private static DeliveryResource richer(DeliveryResource attempt, DeliveryResource queued) {
        return attempt.status() == DeliveryStatus.WAITING ? attempt : queued;
    }

    /** @throws ProblemException 404 for a delivery that is not known, or not any more */
    DeliveryResource retry(Caller caller, Webhook webhook, String deliveryId) {
        WebhookState.RetryRequested request = request(caller, webhook, deliveryId)
                .orElseThrow(
                        () -> ProblemException.of(
                                ProblemType.NOT_FOUND,
                                "Webhook " + webhook.id() + " has no delivery " + deliveryId
                                        + ", or it was delivered long ago; GET /v1/appeals/{appealId}/events has every event."));
        if (!webhook.isEnabled()) {
            throw Subscriptions.disabled(webhook);
        }
        DeliveryResource before = known(webhook).get(deliveryId);
        log.put(WebhookKeys.retry(webhook.id(), deliveryId), request);
        DeliveryResource after = known(webhook).get(deliveryId);
        return after != null ? after : Objects.requireNonNull(before);
    }

    private Optional<WebhookState.RetryRequested> request(Caller caller, Webhook webhook, String deliveryId) {
        Stream<WebhookState.RetryRequested> waiting = book.rows(webhook.id(), WebhookState.Queue.class).stream()
                .flatMap(queue -> queue.waiting().stream()
                        .map(each -> request(caller, queue.topic(), queue.partition(), queue.appealId(), each)));
        Stream<WebhookState.RetryRequested> givenUp = book.rows(webhook.id(), WebhookState.GivenUp.class).stream()
                .map(given -> request(caller, given.topic(), given.partition(), given.appealId(), given.delivery()));
        Stream<WebhookState.RetryRequested> attempted = book.attempts(webhook.id()).stream()
                .map(attempt ->
                        request(caller, attempt.topic(), attempt.partition(), attempt.appealId(), waiting(attempt)));
        return Stream.of(waiting, givenUp, attempted)
                .flatMap(stream -> stream)
                .filter(request -> request.delivery().deliveryId().equals(deliveryId))
                .findFirst();
    }

    private static WebhookState.RetryRequested request(
            Caller caller, String topic, int partition, String appealId, Waiting delivery) {
        return new WebhookState.RetryRequested(topic, partition, appealId, delivery, caller.id(), Instant.now());
    }

    private static Waiting waiting(WebhookAttempt attempt) {
        return new Waiting(
                attempt.deliveryId(), attempt.eventType(), attempt.offset(), attempt.sequence(), attempt.occurredAt());
    }
}
