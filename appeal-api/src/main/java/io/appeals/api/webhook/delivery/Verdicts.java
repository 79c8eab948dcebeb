package io.appeals.api.webhook.delivery;

import io.appeals.api.webhook.Webhook;
import io.appeals.api.webhook.WebhookKeys;
import io.appeals.api.webhook.endpoint.Answer;
import io.appeals.schema.webhook.DeliveryStatus;
import io.appeals.schema.webhook.WebhookState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows from a receiver's answer: done, again later, given up, or nothing more to this endpoint at all. */
final class Verdicts {

    /** A number from 0 to below 1, for the length of a pause. */
    interface Chance {
        double next();
    }

    private static final Logger LOG = LoggerFactory.getLogger(Verdicts.class);

    private final RetrySchedule schedule;
    private final Chance chance;
    private final Ledger ledger;

    Verdicts(RetrySchedule schedule, Chance chance, Ledger ledger) {
        this.schedule = schedule;
        this.chance = chance;
        this.ledger = ledger;
    }

    /**
     * The attempt was at the first of a queue.
     *
     * @return whether the endpoint was down before and is up again
     */
    boolean onFirst(Endpoint endpoint, AppealQueue queue, Errand.Report report, Instant now) {
        return switch (report.answer()) {
            case Answer.Received _ -> {
                ledger.record(report, DeliveryStatus.DELIVERED, null);
                queue.settle();
                yield endpoint.succeeded(now);
            }
            case Answer.Gone gone -> {
                disable(endpoint, "the endpoint answered 410: it wants no more webhooks", now);
                stay(queue, report, gone, now);
                yield false;
            }
            case Answer.Refused refused -> failed(endpoint, queue, report, refused.retryAfter(), now);
            case Answer.Unreachable _ -> failed(endpoint, queue, report, null, now);
        };
    }

    private boolean failed(
            Endpoint endpoint, AppealQueue queue, Errand.Report report, @Nullable Duration retryAfter, Instant now) {
        endpoint.failed();
        Optional<Instant> next = schedule.next(queue.attempts(), now, retryAfter, chance.next());
        if (next.isPresent()) {
            ledger.record(report, DeliveryStatus.WAITING, next.get());
            queue.park(report.answer(), next.get());
        } else if (endpoint.succeededSince(queue.firstAttemptAt())) {
            giveUp(endpoint, queue, report, now);
        } else {
            disable(
                    endpoint,
                    "no attempt has succeeded since " + queue.firstAttemptAt() + "; the last one: "
                            + report.answer().problem(),
                    now);
            stay(queue, report, report.answer(), now);
        }
        return false;
    }

    /** Others get through: it is this delivery that the receiver cannot take, and what waits behind it goes on. */
    private void giveUp(Endpoint endpoint, AppealQueue queue, Errand.Report report, Instant now) {
        Delivery delivery = report.errand().delivery();
        ledger.record(report, DeliveryStatus.GIVEN_UP, null);
        ledger.keep(
                WebhookKeys.givenUp(endpoint.webhook().id(), delivery.id()),
                new WebhookState.GivenUp(
                        delivery.place().topic(),
                        delivery.place().partition(),
                        delivery.appealId(),
                        delivery.waiting(),
                        queue.attempts(),
                        queue.firstAttemptAt(),
                        now,
                        report.answer().httpStatus(),
                        report.answer().problem()));
        queue.settle();
        LOG.warn(
                "webhook {}: delivery {} is given up after {} attempts: {}",
                endpoint.webhook().id(),
                delivery.id(),
                report.errand().attempt(),
                report.answer().problem());
    }

    /** Nothing is lost: once the webhook is enabled again, it goes on from here. */
    private void stay(AppealQueue queue, Errand.Report report, Answer answer, Instant now) {
        ledger.record(report, DeliveryStatus.WAITING, null);
        queue.park(answer, now);
        queue.beginAnew(now);
    }

    private void disable(Endpoint endpoint, String reason, Instant now) {
        Webhook webhook = endpoint.webhook();
        if (!webhook.isEnabled()) {
            return;
        }
        WebhookState.Standing standing = new WebhookState.Standing(false, reason, now);
        ledger.keep(WebhookKeys.standing(webhook.id()), standing);
        endpoint.webhook(Webhook.of(webhook.id(), webhook.row(), standing));
        LOG.warn("webhook.disabled: webhook {} to {} is disabled: {}", webhook.id(), webhook.url(), reason);
    }

    /** The attempt was one that somebody asked for; it is made once. */
    void onRepeated(Endpoint endpoint, Errand.Report report, Instant now) {
        String webhookId = endpoint.webhook().id();
        String deliveryId = report.errand().delivery().id();
        boolean received = report.answer() instanceof Answer.Received;
        ledger.record(report, received ? DeliveryStatus.DELIVERED : DeliveryStatus.GIVEN_UP, null);
        ledger.remove(WebhookKeys.retry(webhookId, deliveryId));
        if (received) {
            endpoint.succeeded(now);
            ledger.remove(WebhookKeys.givenUp(webhookId, deliveryId));
        }
    }
}
