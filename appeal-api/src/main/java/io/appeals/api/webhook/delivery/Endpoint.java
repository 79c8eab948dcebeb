package io.appeals.api.webhook.delivery;

import io.appeals.api.feed.FeedItem;
import io.appeals.api.webhook.Webhook;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** One subscription's endpoint as this node serves it: a few attempts at a time, the rest wait for their turn. */
final class Endpoint {

    /** So many failures with nothing between them mean that the endpoint is down, rather than displeased with one delivery. */
    private static final int DOWN = 5;

    private final int atOnce;
    private final List<Lane> lanes = new ArrayList<>();
    private final Deque<Errand> ready = new ArrayDeque<>();
    private Webhook webhook;
    private int underWay;
    private int failuresInARow;
    private Instant lastSuccess = Instant.MIN;

    Endpoint(Webhook webhook, int atOnce) {
        this.webhook = webhook;
        this.atOnce = atOnce;
    }

    Webhook webhook() {
        return webhook;
    }

    void webhook(Webhook now) {
        webhook = now;
        lanes.forEach(lane -> lane.webhook(now));
    }

    Collection<Lane> lanes() {
        return lanes;
    }

    void add(Lane lane) {
        lanes.add(lane);
    }

    void remove(Lane lane) {
        lanes.remove(lane);
        ready.removeIf(errand -> errand.lane() == lane);
    }

    /** Something that the subscriber wants to hear of. */
    void take(Lane lane, FeedItem item, Instant now) {
        AppealQueue queue = lane.take(Delivery.of(item, webhook.id()), now);
        if (queue != null) {
            enqueue(lane, queue);
        }
    }

    /** The endpoint is back: what waits need not wait for its hour. */
    void hasten(Instant now) {
        for (Lane lane : lanes) {
            for (AppealQueue queue : lane.queues()) {
                if (queue.isIdle()) {
                    queue.hasten(now);
                    enqueue(lane, queue);
                }
            }
        }
    }

    /** The webhook is enabled again: whatever is due may go. */
    void resume() {
        lanes.forEach(lane -> lane.queues().forEach(queue -> enqueue(lane, queue)));
    }

    /** The first of this queue may go. */
    void enqueue(Lane lane, AppealQueue queue) {
        if (!queue.isListed()) {
            queue.list(true);
            ready.add(new Errand(webhook, lane, queue, queue.first(), 0));
        }
    }

    /** Somebody wants this one tried, whatever else waits. */
    void enqueue(Lane lane, Delivery delivery) {
        ready.add(new Errand(webhook, lane, null, delivery, 1));
    }

    /** What is to go next, if anything may. */
    Optional<Errand> next(Instant now) {
        while (webhook.isEnabled() && underWay < atOnce && !ready.isEmpty()) {
            Errand errand = ready.removeFirst();
            AppealQueue queue = errand.queue();
            if (queue == null) {
                underWay++;
                return Optional.of(errand);
            }
            queue.list(false);
            if (queue.isIdle() && !queue.due().isAfter(now)) {
                underWay++;
                Delivery first = queue.begin(now);
                return Optional.of(new Errand(webhook, errand.lane(), queue, first, queue.attempts()));
            }
        }
        return Optional.empty();
    }

    void done() {
        underWay--;
    }

    void failed() {
        failuresInARow++;
    }

    /** @return whether it had been down */
    boolean succeeded(Instant now) {
        boolean wasDown = failuresInARow >= DOWN;
        failuresInARow = 0;
        lastSuccess = now;
        return wasDown;
    }

    boolean succeededSince(Instant time) {
        return !lastSuccess.isBefore(time);
    }
}
