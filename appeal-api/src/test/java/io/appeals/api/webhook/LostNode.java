package io.appeals.api.webhook;

import io.appeals.api.webhook.delivery.DeliverySettings;
import io.appeals.schema.topic.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What is left on the broker of a node that was killed while it delivered, and stays there for minutes: a transaction with
 * rows and the group's offsets, and its membership in the group.
 */
final class LostNode implements AutoCloseable {

    private static final List<String> SOURCES = List.of(Topic.EVENTS.topicName(), Topic.SLA_ALERTS.topicName());
    private static final int PARTITIONS = 4;
    private static final int MINUTES = (int) Duration.ofMinutes(5).toMillis();

    private final String transactionalId;
    private final Producer<String, byte[]> producer;
    private final Consumer<String, byte[]> member;

    private LostNode(String bootstrapServers, String nodeId) {
        transactionalId = "appeals-webhooks-" + nodeId;
        Map<String, Object> broker = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        Map<String, Object> writing = new HashMap<>(broker);
        writing.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        writing.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, MINUTES);
        producer = new KafkaProducer<>(writing, new StringSerializer(), new ByteArraySerializer());
        Map<String, Object> reading = new HashMap<>(broker);
        reading.put(ConsumerConfig.GROUP_ID_CONFIG, DeliverySettings.GROUP);
        reading.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, nodeId);
        reading.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        member = new KafkaConsumer<>(reading, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** One that had claimed every partition, and is no member of the group any more. */
    static LostNode insideATransaction(String bootstrapServers, String nodeId) {
        LostNode lost = new LostNode(bootstrapServers, nodeId);
        lost.dieInsideATransaction(new ConsumerGroupMetadata(DeliverySettings.GROUP));
        return lost;
    }

    /** One that is still taken for a member: its signs of life go on, but it does nothing any more. */
    static LostNode insideATransactionAndTheGroup(String bootstrapServers, String nodeId) {
        LostNode lost = new LostNode(bootstrapServers, nodeId);
        lost.member.subscribe(SOURCES);
        while (lost.member.assignment().size() < SOURCES.size() * PARTITIONS) {
            lost.member.poll(Duration.ofMillis(100));
        }
        lost.dieInsideATransaction(lost.member.groupMetadata());
        return lost;
    }

    private void dieInsideATransaction(ConsumerGroupMetadata group) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        SOURCES.forEach(topic -> IntStream.range(0, PARTITIONS)
                .forEach(i -> offsets.put(new TopicPartition(topic, i), new OffsetAndMetadata(0, transactionalId))));
        producer.initTransactions();
        producer.beginTransaction();
        producer.sendOffsetsToTransaction(offsets, group);
        producer.commitTransaction();
        producer.beginTransaction();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            producer.send(new ProducerRecord<>(Topic.WEBHOOKS.topicName(), partition, "wh_lost|standing", null));
        }
        producer.sendOffsetsToTransaction(offsets, group);
        producer.flush();
    }

    @Override
    public void close() {
        member.close(CloseOptions.timeout(Duration.ZERO));
        producer.close(Duration.ZERO);
    }
}
