package io.appeals.api.webhook.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import io.appeals.schema.topic.Topic;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Counts what a node's endpoints have before them. */
final class Stocktaking {

    /** Every node knows all endpoints; the one that delivers from this partition counts them. */
    private static final TopicPartition COUNTS_ENDPOINTS = new TopicPartition(Topic.EVENTS.topicName(), 0);

    private final ToLongFunction<Lane> headOf;
    private long waiting;
    private long unread;
    private @Nullable Instant oldest;

    private Stocktaking(ToLongFunction<Lane> headOf) {
        this.headOf = headOf;
    }

    /**
     * Counts all of it.
     *
     * @param headOf how far the node itself has read the partition of a lane
     * @param unread what the node itself has not read yet
     */
    static DeliveryFigures of(
            Set<TopicPartition> partitions, Collection<Endpoint> endpoints, ToLongFunction<Lane> headOf, long unread) {
        Stocktaking count = new Stocktaking(headOf);
        endpoints.stream().filter(endpoint -> endpoint.webhook().isEnabled()).forEach(count::add);
        long enabled = endpoints.stream()
                .filter(endpoint -> endpoint.webhook().isEnabled())
                .count();
        boolean countsEndpoints = partitions.contains(COUNTS_ENDPOINTS);
        Map<String, Integer> byTopic =
                partitions.stream().collect(groupingBy(TopicPartition::topic, summingInt(_ -> 1)));
        return new DeliveryFigures(
                byTopic,
                count.waiting,
                count.oldest,
                unread + count.unread,
                countsEndpoints ? enabled : 0,
                countsEndpoints ? endpoints.size() - enabled : 0);
    }

    private void add(Endpoint endpoint) {
        for (Lane lane : endpoint.lanes()) {
            if (!lane.isFed()) {
                unread += Math.max(0, headOf.applyAsLong(lane) - lane.next());
            }
            lane.queues().forEach(this::add);
        }
    }

    private void add(AppealQueue queue) {
        if (queue.isEmpty()) {
            return;
        }
        waiting += queue.size();
        Instant first = queue.first().waiting().occurredAt();
        if (oldest == null || first.isBefore(oldest)) {
            oldest = first;
        }
    }
}
