package io.appeals.projections.sla.topology;

import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.WireFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a subscriber of a topic who reads committed records alone has seen, from the beginning on. */
final class CommittedRecords<T extends Record> implements AutoCloseable {

    private final Consumer<String, byte[]> consumer;
    private final WireFormat<T> format;
    private final Predicate<T> wanted;
    private final List<T> seen = new ArrayList<>();

    /** @param wanted the topics are shared with other tests */
    CommittedRecords(String bootstrapServers, Published<T> published, Predicate<T> wanted) {
        this.format = published.wireFormat();
        this.wanted = wanted;
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer
                .partitionsFor(published.topic().topicName())
                .stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    List<T> poll() {
        consumer.poll(Duration.ofMillis(50)).forEach(record -> {
            T value = format.decode(record.value());
            if (wanted.test(value)) {
                seen.add(value);
            }
        });
        return seen;
    }

    /** Waits until that many were seen, and returns what was seen by then. */
    List<T> await(int count, Duration patience) {
        Instant giveUpAt = Instant.now().plus(patience);
        while (poll().size() < count) {
            if (Instant.now().isAfter(giveUpAt)) {
                throw new AssertionError("expected " + count + " records, but saw " + seen.size());
            }
        }
        return seen;
    }

    /** Goes on reading for so long: what is there twice may come later. */
    List<T> pollFor(Duration time) {
        Instant end = Instant.now().plus(time);
        while (Instant.now().isBefore(end)) {
            poll();
        }
        return seen;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
