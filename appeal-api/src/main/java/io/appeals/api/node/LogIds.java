package io.appeals.api.node;

import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.UndecodableRecordException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Whether the log was begun with the schema ids that are in force: one log has the ids of one source, for ever. */
final class LogIds {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final int ONE_RECORD = 1_024;

    private LogIds() {}

    /**
     * Reads the first event of every partition. One of them that cannot be decoded may be damaged, which concerns its appeal
     * only; where none can, it is the ids.
     *
     * @param clients settings of Kafka clients with the ids in force
     * @throws OtherSchemaIdsException if none can be decoded
     */
    static void requireKnown(Map<String, Object> clients, int partitions) {
        try (Consumer<String, byte[]> log = reader(clients)) {
            List<String> problems = new ArrayList<>();
            List<ConsumerRecord<String, byte[]>> firsts = firstEvents(log, partitions);
            firsts.forEach(event -> problem(event).ifPresent(problems::add));
            if (!firsts.isEmpty() && problems.size() == firsts.size()) {
                throw new OtherSchemaIdsException(Topic.EVENTS.topicName()
                        + " was begun with other schema ids than those in force (" + problems.getFirst()
                        + "): start with the schema registry that it was begun with, or without one if it had none"
                        + " (appeals.schema-registry.url)");
            }
        }
    }

    private static Optional<String> problem(ConsumerRecord<String, byte[]> event) {
        try {
            Published.EVENTS.wireFormat().decode(event.value());
            return Optional.empty();
        } catch (UndecodableRecordException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static List<ConsumerRecord<String, byte[]>> firstEvents(Consumer<String, byte[]> log, int partitions) {
        List<TopicPartition> left = new ArrayList<>(IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(Topic.EVENTS.topicName(), partition))
                .toList());
        Map<TopicPartition, Long> ends = log.endOffsets(left);
        log.assign(left);
        log.seekToBeginning(left);
        List<ConsumerRecord<String, byte[]>> firsts = new ArrayList<>();
        while (!left.isEmpty()) {
            var records = log.poll(POLL);
            records.partitions()
                    .forEach(partition -> firsts.add(records.records(partition).getFirst()));
            left.removeAll(records.partitions());
            left.removeIf(partition -> log.position(partition) >= ends.getOrDefault(partition, 0L));
            log.assign(left);
        }
        return firsts;
    }

    private static Consumer<String, byte[]> reader(Map<String, Object> clients) {
        Map<String, Object> settings = new HashMap<>(clients);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, ONE_RECORD);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
