package io.appeals.projections.topology;

import io.appeals.projections.history.AppealHistory;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.topic.TopicProvisioner;
import io.appeals.schema.wire.CloudEventHeaders;
import io.appeals.schema.wire.Published;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes events to a real log as an owner does: in transactions. */
public final class LogWriter implements AutoCloseable {

    private final Producer<String, byte[]> producer;

    public LogWriter(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            new TopicProvisioner(admin, 3, Optional.of((short) 1)).provision();
        }
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "owner-" + UUID.randomUUID(),
                        ProducerConfig.RETRY_BACKOFF_MS_CONFIG,
                        1),
                new StringSerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    /** Commits these events together. */
    public void write(List<RecordedEvent> events) {
        producer.beginTransaction();
        events.forEach(event -> producer.send(record(event)));
        producer.commitTransaction();
    }

    public void write(AppealHistory history) {
        write(history.events());
    }

    /** Writes, and then takes it back. */
    public void abort(List<RecordedEvent> events) {
        producer.beginTransaction();
        events.forEach(event -> producer.send(record(event)));
        producer.flush();
        producer.abortTransaction();
    }

    public void writeBytes(String key, byte[] value) {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(Topic.EVENTS.topicName(), key, value));
        producer.commitTransaction();
    }

    private static ProducerRecord<String, byte[]> record(RecordedEvent event) {
        return new ProducerRecord<>(
                Topic.EVENTS.topicName(),
                null,
                event.recordedAt().toEpochMilli(),
                event.appealId(),
                Published.EVENTS.wireFormat().encode(event),
                CloudEventHeaders.of(event, null));
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
