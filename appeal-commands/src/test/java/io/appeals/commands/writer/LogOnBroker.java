package io.appeals.commands.writer;

import io.appeals.commands.verify.LogVerifier;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.WireFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what stands in the topics, committed records only. */
public final class LogOnBroker {

    private final String bootstrapServers;

    public LogOnBroker(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Verifies the whole log and returns its events by appeal, in their order. */
    public Map<String, List<RecordedEvent>> verified() {
        WireFormat<RecordedEvent> wire = Published.EVENTS.wireFormat();
        Map<Integer, LogVerifier> verifiers = new HashMap<>();
        Map<String, List<RecordedEvent>> events = new HashMap<>();
        for (ConsumerRecord<String, byte[]> found : all(Topic.EVENTS)) {
            verifiers
                    .computeIfAbsent(
                            found.partition(), partition -> new LogVerifier(wire, partition, TestCluster.PARTITIONS))
                    .verify(found.offset(), found.key(), found.value());
            events.computeIfAbsent(found.key(), id -> new ArrayList<>()).add(wire.decode(found.value()));
        }
        return events;
    }

    public List<ConsumerRecord<String, byte[]>> all(Topic topic) {
        return all(topic.topicName());
    }

    public List<ConsumerRecord<String, byte[]>> all(String topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Properties config = new Properties();
        config.putAll(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                "false"));
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
