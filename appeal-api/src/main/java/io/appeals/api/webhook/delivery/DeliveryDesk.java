package io.appeals.api.webhook.delivery;

import io.appeals.api.feed.FeedItem;
import io.appeals.api.webhook.Webhook;
import io.appeals.api.webhook.WebhookKeys;
import io.appeals.schema.webhook.WebhookState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is delivered when, for the partitions that this node has. It is used by one thread, and knows neither Kafka
 * nor HTTP: it is told what was read and what came of each attempt, and says what is to be kept.
 */
final class DeliveryDesk {

    private record Timed(Instant due, Lane lane, AppealQueue queue) {}

    private final int atOnce;
    private final Errand.Courier courier;
    private final Verdicts verdicts;
    private final Ledger ledger = new Ledger();
    private final Endpoints endpoints = new Endpoints();
    private final Map<TopicPartition, PartitionDesk> partitions = new HashMap<>();
    private final PriorityQueue<Timed> timed =
            new PriorityQueue<>((a, b) -> a.due().compareTo(b.due()));

    /** @param atOnce how many attempts may be under way to one endpoint */
    DeliveryDesk(RetrySchedule schedule, int atOnce, Errand.Courier courier, Verdicts.Chance chance) {
        this.atOnce = atOnce;
        this.courier = courier;
        this.verdicts = new Verdicts(schedule, chance, ledger);
    }

    /** The node has this partition from now on; what is kept of its lanes and queues has to be told next. */
    void open(TopicPartition partition, long committed) {
        partitions.put(partition, new PartitionDesk(committed));
        endpoints.all().forEach(endpoint -> newLane(endpoint, partition));
    }

    /** The node has none any more. */
    void closeAll() {
        partitions.clear();
        endpoints.clear();
        timed.clear();
        ledger.take(Map.of());
    }

    /** What another node, or this one before, has kept of a lane. It replaces the new one that opening the partition made. */
    void takeOver(String webhookId, WebhookState.Lane row) {
        TopicPartition partition = new TopicPartition(row.topic(), row.partition());
        PartitionDesk desk = partitions.get(partition);
        Endpoint endpoint = endpoints.get(webhookId);
        if (desk != null && endpoint != null) {
            endpoint.remove(Objects.requireNonNull(desk.lanes().remove(webhookId)));
            add(endpoint, desk, Lane.takenOver(endpoint.webhook(), row, desk.head()));
        }
    }

    void takeOver(String webhookId, WebhookState.Queue row) {
        Lane lane = lane(webhookId, row.topic(), row.partition());
        Endpoint endpoint = endpoints.get(webhookId);
        if (lane != null && endpoint != null) {
            AppealQueue queue = AppealQueue.parked(row);
            lane.takeOver(queue);
            // Many of them mean that the endpoint is down, which whoever takes over has to know to see it come back.
            endpoint.failed();
            timed.add(new Timed(queue.due(), lane, queue));
        }
    }

    /** A subscription is new, or has changed. */
    void know(Webhook webhook) {
        Endpoint known = endpoints.get(webhook.id());
        if (known == null) {
            Endpoint endpoint = new Endpoint(webhook, atOnce);
            endpoints.add(endpoint);
            partitions.keySet().forEach(partition -> newLane(endpoint, partition));
            return;
        }
        boolean wasEnabled = known.webhook().isEnabled();
        known.webhook(webhook);
        if (wasEnabled && !webhook.isEnabled()) {
            stop(known);
        } else if (!wasEnabled && webhook.isEnabled()) {
            known.resume();
        }
    }

    /** A subscription is no more, nor is anything that was kept of it here. */
    void forget(String webhookId) {
        Endpoint endpoint = endpoints.remove(webhookId);
        if (endpoint == null) {
            return;
        }
        partitions.values().forEach(desk -> desk.lanes().remove(webhookId));
        for (Lane lane : endpoint.lanes()) {
            ledger.remove(WebhookKeys.lane(webhookId, lane.topic(), lane.partition()));
            lane.queues().forEach(queue -> ledger.remove(WebhookKeys.queue(webhookId, lane.topic(), queue.appealId())));
        }
    }

    private void newLane(Endpoint endpoint, TopicPartition partition) {
        PartitionDesk desk = Objects.requireNonNull(partitions.get(partition));
        long from = endpoint.webhook()
                .from(partition.topic(), partition.partition())
                .orElse(desk.head());
        add(endpoint, desk, new Lane(endpoint.webhook(), partition.topic(), partition.partition(), from));
    }

    private static void add(Endpoint endpoint, PartitionDesk desk, Lane lane) {
        desk.lanes().put(endpoint.webhook().id(), lane);
        endpoint.add(lane);
        if (lane.next() >= desk.head() && endpoint.webhook().isEnabled()) {
            lane.feed();
        } else {
            lane.keepOwnPlace();
        }
    }

    /** Whether anybody wants to hear of anything; if not, what is read need not even be understood. */
    boolean hasListeners() {
        return !endpoints.isEmpty();
    }

    /** What the node has read, in the log's order. */
    void read(FeedItem item, Instant now) {
        endpoints.listeningTo(item.sellerId()).forEach(endpoint -> offer(endpoint, item, now));
    }

    private void offer(Endpoint endpoint, FeedItem item, Instant now) {
        Lane lane = lane(endpoint.webhook().id(), item.topic(), item.partition());
        if (lane == null || !lane.isFed()) {
            return;
        }
        if (lane.isFull()) {
            lane.fallBehind(item.offset());
        } else if (endpoint.webhook().wants(item)) {
            endpoint.take(lane, item, now);
        }
    }

    /** The node has read this partition up to there. */
    void readUpTo(TopicPartition partition, long head) {
        PartitionDesk desk = partitions.get(partition);
        if (desk != null) {
            desk.readUpTo(head);
        }
    }

    /** The lanes that are behind and have room: they want to read by themselves. */
    List<Lane> behind() {
        List<Lane> behind = new ArrayList<>();
        for (Endpoint endpoint : endpoints.all()) {
            if (endpoint.webhook().isEnabled()) {
                endpoint.lanes().stream()
                        .filter(lane -> !lane.isFed() && lane.hasRoom())
                        .forEach(behind::add);
            }
        }
        return behind;
    }

    /** How far the node itself has read the partition that this lane is behind in. */
    long headOf(Lane lane) {
        return desk(lane).map(PartitionDesk::head).orElse(lane.next());
    }

    /**
     * What a lane has read by itself, from its next place on.
     *
     * @param upTo the next offset after it
     */
    void readBacklog(Lane lane, List<FeedItem> items, long upTo, Instant now) {
        Endpoint endpoint = endpoints.get(lane.webhook().id());
        if (endpoint == null || desk(lane).isEmpty()) {
            return;
        }
        for (FeedItem item : items) {
            if (lane.isFull()) {
                lane.readUpTo(item.offset());
                return;
            }
            if (endpoint.webhook().wants(item)) {
                endpoint.take(lane, item, now);
            }
        }
        lane.readUpTo(Math.max(upTo, lane.next()));
        if (lane.next() >= headOf(lane)) {
            lane.feed();
        }
    }

    /** Somebody wants a delivery tried again now. */
    void retry(String webhookId, WebhookState.RetryRequested request, Instant now) {
        Lane lane = lane(webhookId, request.topic(), request.partition());
        Endpoint endpoint = endpoints.get(webhookId);
        if (lane == null || endpoint == null) {
            return;
        }
        String deliveryId = request.delivery().deliveryId();
        AppealQueue queue = lane.queue(request.appealId());
        if (queue != null && queue.holds(deliveryId)) {
            queue.hasten(now);
            endpoint.enqueue(lane, queue);
            ledger.remove(WebhookKeys.retry(webhookId, deliveryId));
        } else {
            endpoint.enqueue(
                    lane, Delivery.of(request.topic(), request.partition(), request.appealId(), request.delivery()));
        }
    }

    /** What came of an attempt. Of a partition that the node has lost meanwhile, whoever has it now makes another. */
    void report(Errand.Report report, Instant now) {
        Lane lane = report.errand().lane();
        Endpoint endpoint = endpoints.get(lane.webhook().id());
        if (endpoint == null || desk(lane).isEmpty()) {
            return;
        }
        endpoint.done();
        boolean wasEnabled = endpoint.webhook().isEnabled();
        AppealQueue queue = report.errand().queue();
        if (queue == null) {
            verdicts.onRepeated(endpoint, report, now);
        } else {
            int size = queue.size();
            boolean wasDown = verdicts.onFirst(endpoint, queue, report, now);
            lane.settled(queue, size);
            schedule(endpoint, lane, queue, now);
            if (wasDown) {
                endpoint.hasten(now);
            }
        }
        if (wasEnabled && !endpoint.webhook().isEnabled()) {
            stop(endpoint);
        }
    }

    private void schedule(Endpoint endpoint, Lane lane, AppealQueue queue, Instant now) {
        if (queue.isEmpty()) {
            return;
        }
        if (queue.due().isAfter(now)) {
            timed.add(new Timed(queue.due(), lane, queue));
        } else {
            endpoint.enqueue(lane, queue);
        }
    }

    private void stop(Endpoint endpoint) {
        endpoint.lanes().forEach(lane -> lane.fallBehind(headOf(lane)));
    }

    /** Starts whatever may start now. */
    void turn(Instant now) {
        while (!timed.isEmpty() && !timed.peek().due().isAfter(now)) {
            Timed due = timed.remove();
            Endpoint endpoint = endpoints.get(due.lane().webhook().id());
            if (endpoint != null && due.lane().queue(due.queue().appealId()) == due.queue()) {
                endpoint.enqueue(due.lane(), due.queue());
            }
        }
        for (Endpoint endpoint : endpoints.all()) {
            Optional<Errand> errand = endpoint.next(now);
            while (errand.isPresent()) {
                courier.send(errand.get());
                errand = endpoint.next(now);
            }
        }
    }

    /** Everything that has changed since it was asked last; it must be kept before anything else is. */
    Changes changes(Instant now) {
        Map<TopicPartition, Long> places = new HashMap<>();
        partitions.forEach((partition, desk) -> places.put(partition, desk.collect(ledger, now)));
        return ledger.take(places);
    }

    /** @param unread records that the node itself has still to read */
    DeliveryFigures figures(long unread) {
        return Stocktaking.of(partitions.keySet(), endpoints.all(), this::headOf, unread);
    }

    private Optional<PartitionDesk> desk(Lane lane) {
        PartitionDesk desk = partitions.get(new TopicPartition(lane.topic(), lane.partition()));
        return desk != null && desk.lanes().get(lane.webhook().id()) == lane ? Optional.of(desk) : Optional.empty();
    }

    private @Nullable Lane lane(String webhookId, String topic, int partition) {
        PartitionDesk desk = partitions.get(new TopicPartition(topic, partition));
        return desk == null ? null : desk.lanes().get(webhookId);
    }
}
