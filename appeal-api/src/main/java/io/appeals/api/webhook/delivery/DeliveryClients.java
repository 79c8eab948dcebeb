package io.appeals.api.webhook.delivery;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The Kafka clients of a node's deliveries. */
final class DeliveryClients {

    private static final Duration TRANSACTION = Duration.ofSeconds(10);

    private final DeliverySettings settings;

    DeliveryClients(DeliverySettings settings) {
        this.settings = settings;
    }

    /** A member of the group: the partitions it has are this node's to deliver from. */
    Consumer<String, byte[]> member() {
        Map<String, Object> configuration = reading(500);
        configuration.put(ConsumerConfig.GROUP_ID_CONFIG, DeliverySettings.GROUP);
        configuration.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int)
                settings.session().toMillis());
        configuration.put(
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                (int) settings.session().toMillis() / 4);
        // All partitions are given up before any changes hands: there is one way to begin and one to end.
        configuration.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        return new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Belongs to no group, and reads small pieces. */
    Consumer<String, byte[]> reader() {
        return new KafkaConsumer<>(reading(Lane.CAPACITY), new StringDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> reading(int records) {
        Map<String, Object> configuration = new HashMap<>(settings.clients());
        configuration.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, records);
        configuration.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, -1);
        return configuration;
    }

    /** Writes rows, attempts and places in one transaction; a former one of this node can write no more. */
    Producer<String, byte[]> producer() {
        Map<String, Object> configuration = new HashMap<>(settings.clients());
        configuration.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "appeals-webhooks-" + settings.nodeId());
        configuration.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) TRANSACTION.toMillis());
        // With offsets in every transaction the default of 100 ms is a stall of that length.
        configuration.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 1L);
        // The first request of a transaction may be turned away meanwhile; those behind it would be errors in the
        // broker's log.
        configuration.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        Producer<String, byte[]> producer =
                new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }
}
