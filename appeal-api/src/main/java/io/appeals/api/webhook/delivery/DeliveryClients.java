package io.appeals.api.webhook.delivery;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
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

    /** After how long the broker ends what a lost node has under way, where nobody comes who could fence it. */
    private static final Duration TRANSACTION = Duration.ofSeconds(10);

    /** How long a call may block before it is given up, and everything is begun anew. */
    private static final Duration CALL = Duration.ofSeconds(10);

    private static final Duration REQUEST = Duration.ofSeconds(5);
    private static final Duration LONGEST_TURN = Duration.ofMinutes(1);

    private final DeliverySettings settings;

    DeliveryClients(DeliverySettings settings) {
        this.settings = settings;
    }

    /** By which the broker knows this node's producer, and others fence it. */
    String transactionalId() {
        return DeliverySettings.TRANSACTIONAL_IDS + settings.nodeId();
    }

    /** Asks for the group's offsets, and fences former owners. */
    Admin admin() {
        Map<String, Object> configuration = new HashMap<>(settings.clients());
        configuration.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(REQUEST));
        configuration.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis(CALL));
        return Admin.create(configuration);
    }

    /** A member of the group: the partitions it has are this node's to deliver from. */
    Consumer<String, byte[]> member() {
        Map<String, Object> configuration = reading(500);
        configuration.put(ConsumerConfig.GROUP_ID_CONFIG, DeliverySettings.GROUP);
        // A restarted node takes the place of the process before it at once. Otherwise the group would wait for that
        // one
        // until its session has ended, and for as long as it may stay away between polls while it still gives signs of
        // life.
        configuration.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.nodeId());
        configuration.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, millis(settings.session()));
        configuration.put(
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                millis(settings.session().dividedBy(4)));
        // Default five minutes: as long would all others wait for a member that hangs, at every rebalance.
        configuration.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, millis(LONGEST_TURN));
        // All partitions are given up before any changes hands: there is one way to begin and one to end.
        configuration.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        return new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Belongs to no group, and reads small pieces. */
    Consumer<String, byte[]> reader() {
        Map<String, Object> configuration = reading(Lane.CAPACITY);
        // Default 500: it goes from place to place, and each has to wait for the fetch that is under way for the one
        // before.
        configuration.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);
        return new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> reading(int records) {
        Map<String, Object> configuration = new HashMap<>(settings.clients());
        configuration.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, records);
        configuration.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, -1);
        configuration.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(REQUEST));
        configuration.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis(CALL));
        return configuration;
    }

    /** Writes rows, attempts and places in one transaction; a former one of this node can write no more. */
    Producer<String, byte[]> producer() {
        Map<String, Object> configuration = new HashMap<>(settings.clients());
        configuration.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId());
        configuration.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, millis(TRANSACTION));
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis(CALL));
        configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(REQUEST));
        configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(CALL));
        // With offsets in every transaction the default of 100 ms is a stall of that length.
        configuration.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 1L);
        // The first request of a transaction may be turned away meanwhile; those behind it would be errors in the
        // broker's log.
        configuration.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        Producer<String, byte[]> producer =
                new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
            return producer;
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
