package io.appeals.api.cli.export;

import io.appeals.api.cli.CannotRun;
import io.appeals.api.cli.LogOffsets;
import io.appeals.schema.topic.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * A topic on a cluster, and what of it is wanted as of now.
 *
 * @param topicId the cluster's own
 * @param partitions in order
 */
record TopicExtent(Topic topic, String topicId, List<Extent> partitions) {

    /**
     * What of a partition is wanted.
     *
     * @param end the first offset behind it
     */
    record Extent(int partition, long begin, long end) {}

    /** @throws CannotRun when the cluster has no such topic, or does not tell */
    static TopicExtent of(Admin admin, Topic topic, Window window) {
        TopicDescription description = describe(admin, topic.topicName());
        List<TopicPartition> partitions = description.partitions().stream()
                .map(each -> new TopicPartition(topic.topicName(), each.partition()))
                .toList();
        Map<TopicPartition, Long> ends = LogOffsets.ends(admin, partitions);
        Instant from = window.from();
        Map<TopicPartition, Long> begins = from == null
                ? LogOffsets.beginnings(admin, partitions)
                : LogOffsets.since(admin, partitions, from.toEpochMilli());
        Map<Integer, Extent> extents = new TreeMap<>();
        ends.forEach((partition, end) -> {
            long begin = begins.getOrDefault(partition, end);
            // None is of that time or later, or only what has come since.
            boolean isEmpty = begin < 0 || begin > end;
            extents.put(partition.partition(), new Extent(partition.partition(), isEmpty ? end : begin, end));
        });
        return new TopicExtent(topic, description.topicId().toString(), List.copyOf(extents.values()));
    }

    private static TopicDescription describe(Admin admin, String name) {
        try {
            return Objects.requireNonNull(
                    admin.describeTopics(List.of(name)).allTopicNames().get().get(name));
        } catch (ExecutionException failed) {
            throw new CannotRun(
                    failed.getCause() instanceof UnknownTopicOrPartitionException
                            ? "the cluster has no topic " + name + ": no node has run on it yet"
                            : "topic " + name + " cannot be described: " + failed.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted while topic " + name + " was described");
        }
    }
}
