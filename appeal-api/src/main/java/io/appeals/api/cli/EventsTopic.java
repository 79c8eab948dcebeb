package io.appeals.api.cli;

import io.appeals.schema.topic.Topic;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** The topic that holds the truth, as it is on a cluster. */
public final class EventsTopic {

    private EventsTopic() {}

    /**
     * All its partitions, in order.
     *
     * @throws CannotRun when the cluster has no such topic
     */
    public static List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        String name = Topic.EVENTS.topicName();
        List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                .map(partition -> new TopicPartition(name, partition.partition()))
                .sorted((one, other) -> Integer.compare(one.partition(), other.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new CannotRun("the cluster has no topic " + name + ": no node has run on it yet");
        }
        return partitions;
    }
}
