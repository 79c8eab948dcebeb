package io.appeals.api.webhook.delivery;

import io.appeals.api.webhook.Webhook;
import io.appeals.schema.webhook.WebhookState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One subscription's way through one partition. It holds a bounded number of deliveries. Where it cannot take more it stops
 * being fed with what the node reads, remembers its own place in the log, and reads on from there by itself once it has
 * room: so one that is slow or dead needs little memory and keeps nobody waiting.
 */
final class Lane {

    static final int CAPACITY = 200;

    /** How long a delivery may keep the place that the whole partition has in the log; then the lane keeps one of its own. */
    private static final Duration SHARES_A_PLACE = Duration.ofSeconds(1);

    private final String topic;
    private final int partition;
    private final Map<String, AppealQueue> queues = new HashMap<>();
    private final Set<String> changed = new HashSet<>();
    private Webhook webhook;
    private boolean fed;
    private long next;
    private int size;
    private boolean ownPlace = true;
    private @Nullable Long keptPlace;
    private boolean kept;
    private @Nullable Instant unsettledSince;

    /** @param start the first offset that is for it */
    Lane(Webhook webhook, String topic, int partition, long start) {
        this.webhook = webhook;
        this.topic = topic;
        this.partition = partition;
        this.next = start;
    }

    /** One that was begun before, maybe by another node. */
    static Lane takenOver(Webhook webhook, WebhookState.Lane row, long committed) {
        Long place = row.position();
        Lane lane = new Lane(webhook, row.topic(), row.partition(), place == null ? committed : place);
        lane.ownPlace = place != null;
        lane.keptPlace = place;
        lane.kept = true;
        return lane;
    }

    Webhook webhook() {
        return webhook;
    }

    void webhook(Webhook now) {
        webhook = now;
    }

    String topic() {
        return topic;
    }

    int partition() {
        return partition;
    }

    /** Whether it takes what the node reads. */
    boolean isFed() {
        return fed;
    }

    /** From where it reads by itself, while it is not fed. */
    long next() {
        return next;
    }

    /** Whether it has got room enough to read on by itself. */
    boolean hasRoom() {
        return size < CAPACITY / 2;
    }

    boolean isFull() {
        return size >= CAPACITY;
    }

    /** It has read up to there by itself. */
    void readUpTo(long offset) {
        next = offset;
    }

    void feed() {
        fed = true;
    }

    /** The partition's place does not wait for it. */
    void keepOwnPlace() {
        ownPlace = true;
    }

    /** It takes no more of what the node reads, from this offset on. */
    void fallBehind(long offset) {
        if (fed) {
            fed = false;
            keepOwnPlace();
            next = Math.max(offset, next);
        }
    }

    void takeOver(AppealQueue queue) {
        queues.put(queue.appealId(), queue);
        size += queue.size();
    }

    /** @return the queue where it may go now; null where it waits, is there already, or has been read before */
    @Nullable
    AppealQueue take(Delivery delivery, Instant now) {
        if (delivery.offset() < next) {
            return null;
        }
        AppealQueue queue = queues.computeIfAbsent(delivery.appealId(), AppealQueue::new);
        boolean first = queue.isEmpty();
        if (!queue.take(delivery)) {
            return null;
        }
        size++;
        if (queue.isParked()) {
            changed.add(queue.appealId());
        } else if (unsettledSince == null) {
            unsettledSince = now;
        }
        return first ? queue : null;
    }

    /** To be called after the first of a queue was settled or parked. */
    void settled(AppealQueue queue, int sizeBefore) {
        size += queue.size() - sizeBefore;
        if (queue.isParked()) {
            changed.add(queue.appealId());
        }
        if (queue.isEmpty()) {
            queues.remove(queue.appealId());
        }
        if (queues.values().stream().allMatch(AppealQueue::isParked)) {
            unsettledSince = null;
        }
    }

    void touch(AppealQueue queue) {
        changed.add(queue.appealId());
    }

    Iterable<AppealQueue> queues() {
        return queues.values();
    }

    @Nullable
    AppealQueue queue(String appealId) {
        return queues.get(appealId);
    }

    /**
     * The first offset that is neither delivered nor parked.
     *
     * @param head the next offset that the node reads
     */
    long place(long head) {
        long place = fed ? head : next;
        for (AppealQueue queue : queues.values()) {
            if (!queue.isParked()) {
                place = Math.min(place, queue.first().offset());
            }
        }
        return place;
    }

    /** Whether the partition's place in the log has to wait for this lane. */
    boolean sharesPlace(Instant now) {
        if (!ownPlace
                && unsettledSince != null
                && unsettledSince.plus(SHARES_A_PLACE).isBefore(now)) {
            ownPlace = true;
        }
        return !ownPlace;
    }

    /** A fed lane that has got as far as the others needs no place of its own. */
    void joinOthers(long head, long committed) {
        if (ownPlace && fed && unsettledSince == null && place(head) >= committed) {
            ownPlace = false;
        }
    }

    /** The row that is to be written, if it is not as it was. */
    WebhookState.@Nullable Lane changedRow(long head) {
        Long place = ownPlace ? Long.valueOf(place(head)) : null;
        if (kept && Objects.equals(place, keptPlace)) {
            return null;
        }
        kept = true;
        keptPlace = place;
        return new WebhookState.Lane(topic, partition, place);
    }

    /** The appeals whose queues are not as they were kept; each is told once. */
    Set<String> takeChanged() {
        Set<String> taken = Set.copyOf(changed);
        changed.clear();
        return taken;
    }

    boolean hasChanges() {
        return !changed.isEmpty();
    }
}
