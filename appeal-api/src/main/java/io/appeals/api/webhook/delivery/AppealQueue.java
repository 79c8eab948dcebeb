package io.appeals.api.webhook.delivery;

import io.appeals.api.webhook.endpoint.Answer;
import io.appeals.schema.webhook.WebhookState;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to be delivered about one appeal to one endpoint, in order: only the first is ever under way, the others wait for
 * it. Once an attempt has failed the queue is parked: it is kept in the log, and what it holds is no longer held up there.
 */
final class AppealQueue {

    private final String appealId;
    private final Deque<Delivery> waiting = new ArrayDeque<>();
    private boolean underWay;
    private boolean parked;
    private boolean listed;
    private int attempts;
    private @Nullable Instant firstAttemptAt;
    private Instant due = Instant.EPOCH;
    private @Nullable Answer lastAnswer;

    AppealQueue(String appealId) {
        this.appealId = appealId;
    }

    /** One that is taken over from the log. */
    static AppealQueue parked(WebhookState.Queue row) {
        AppealQueue queue = new AppealQueue(row.appealId());
        row.waiting()
                .forEach(each -> queue.waiting.add(Delivery.of(row.topic(), row.partition(), row.appealId(), each)));
        queue.parked = true;
        queue.attempts = row.attempts();
        queue.firstAttemptAt = row.firstAttemptAt();
        queue.due = row.nextAttemptAt();
        return queue;
    }

    /** @return false for one that is in the queue, or was delivered before what is in it: the log is read again after a crash */
    boolean take(Delivery delivery) {
        if (!waiting.isEmpty() && delivery.offset() <= waiting.getLast().offset()) {
            return false;
        }
        waiting.add(parked ? delivery.withoutItem() : delivery);
        return true;
    }

    /** The first is under way from now on. */
    Delivery begin(Instant now) {
        underWay = true;
        if (firstAttemptAt == null) {
            firstAttemptAt = now;
        }
        attempts++;
        return waiting.getFirst();
    }

    /** The first is done with, delivered or given up: the next may go at once. */
    void settle() {
        waiting.removeFirst();
        underWay = false;
        attempts = 0;
        firstAttemptAt = null;
        lastAnswer = null;
        due = Instant.EPOCH;
    }

    /** The first could not be delivered, and is tried again at that time. */
    void park(@Nullable Answer answer, Instant next) {
        List<Delivery> light = waiting.stream().map(Delivery::withoutItem).toList();
        waiting.clear();
        waiting.addAll(light);
        underWay = false;
        parked = true;
        lastAnswer = answer;
        due = next;
    }

    /** The attempts count from the first again: it has another full schedule before it. */
    void beginAnew(Instant now) {
        attempts = 0;
        firstAttemptAt = null;
        due = now;
    }

    /** The first is tried at once. */
    void hasten(Instant now) {
        if (due.isAfter(now)) {
            due = now;
        }
    }

    /** Whether it is on its endpoint's list of those that may go; so that it stands there once. */
    boolean isListed() {
        return listed;
    }

    void list(boolean now) {
        listed = now;
    }

    boolean isIdle() {
        return !underWay && !waiting.isEmpty();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    boolean isParked() {
        return parked;
    }

    int size() {
        return waiting.size();
    }

    int attempts() {
        return attempts;
    }

    Instant due() {
        return due;
    }

    String appealId() {
        return appealId;
    }

    Instant firstAttemptAt() {
        return Objects.requireNonNull(firstAttemptAt);
    }

    /** Only for a queue that is not empty. */
    Delivery first() {
        return waiting.getFirst();
    }

    boolean holds(String deliveryId) {
        return waiting.stream().anyMatch(delivery -> delivery.id().equals(deliveryId));
    }

    /** The queue as it is kept. */
    WebhookState.Queue row() {
        Delivery first = waiting.getFirst();
        Instant begun = firstAttemptAt == null ? first.waiting().occurredAt() : firstAttemptAt;
        return new WebhookState.Queue(
                first.place().topic(),
                first.place().partition(),
                appealId,
                new ArrayList<>(waiting.stream().map(Delivery::waiting).toList()),
                attempts,
                begun,
                due.equals(Instant.EPOCH) ? begun : due,
                lastAnswer == null ? null : lastAnswer.httpStatus(),
                lastAnswer == null ? null : lastAnswer.problem());
    }
}
