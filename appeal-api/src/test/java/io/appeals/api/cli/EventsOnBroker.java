package io.appeals.api.cli;

import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.topic.AppealPartition;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.Published;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** An events topic with what a test puts there, on a broker of the test's own. */
public final class EventsOnBroker {

    private static final int PARTITIONS = 3;

    private final String bootstrapServers;

    /** Creates the topic. */
    public EventsOnBroker(String bootstrapServers) throws ExecutionException, InterruptedException {
        this.bootstrapServers = bootstrapServers;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(
                            List.of(new NewTopic(Topic.EVENTS.topicName(), Optional.of(PARTITIONS), Optional.empty())))
                    .all()
                    .get();
        }
    }

    /** As a node writes them: committed, where each appeal belongs. Returns once readers can see them. */
    public void commit(List<RecordedEvent> events) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, byte[]> producer = producer()) {
            producer.initTransactions();
            producer.beginTransaction();
            events.forEach(event -> send(producer, event));
            producer.commitTransaction();
        }
        // The broker answers a commit once it is certain, and marks it in the partitions a moment later.
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            while (end(admin, IsolationLevel.READ_COMMITTED) < end(admin, IsolationLevel.READ_UNCOMMITTED)) {
                Thread.sleep(5);
            }
        }
    }

    private static long end(Admin admin, IsolationLevel isolation) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topic.EVENTS.topicName(), partition))
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        return admin.listOffsets(latest, new ListOffsetsOptions(isolation)).all().get().values().stream()
                .mapToLong(ListOffsetsResult.ListOffsetsResultInfo::offset)
                .sum();
    }

    /** As a node leaves them whose transaction failed: they never happened. */
    public void abort(List<RecordedEvent> events) {
        try (KafkaProducer<String, byte[]> producer = producer()) {
            producer.initTransactions();
            producer.beginTransaction();
            events.forEach(event -> send(producer, event));
            producer.flush();
            producer.abortTransaction();
        }
    }

    /** Bytes that are no event. */
    public void commitBytes(String appealId, byte[] bytes) {
        try (KafkaProducer<String, byte[]> producer = producer()) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(Topic.EVENTS.topicName(), partition(appealId), appealId, bytes));
            producer.commitTransaction();
        }
    }

    private static void send(KafkaProducer<String, byte[]> producer, RecordedEvent event) {
        producer.send(new ProducerRecord<>(
                Topic.EVENTS.topicName(),
                partition(event.appealId()),
                event.appealId(),
                Published.EVENTS.wireFormat().encode(event)));
    }

    private static int partition(String appealId) {
        return AppealPartition.of(appealId, PARTITIONS);
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "transactional.id", "test"),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
