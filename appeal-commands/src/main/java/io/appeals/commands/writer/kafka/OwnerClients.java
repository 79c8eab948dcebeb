package io.appeals.commands.writer.kafka;

import io.appeals.commands.writer.WriterSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.StickyAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The Kafka clients of a node's write path, each setting with its reason. */
final class OwnerClients {

    /** How long a call may block before it is given up and tried again. */
    static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration FORWARD_BLOCK = Duration.ofSeconds(1);
    private static final int GATHERING_MILLIS = 5;
    private static final int BATCH_BYTES = 256 << 10;
    private static final int RECORD_BYTES = 8 << 20;
    private static final int RECOVERY_RECORDS = 5_000;
    private static final int RECOVERY_PARTITION_BYTES = 4 << 20;

    private final WriterSettings settings;

    OwnerClients(WriterSettings settings) {
        this.settings = settings;
    }

    /** By which the broker knows this node's producer, and fences it. */
    String transactionalId() {
        return WriterSettings.TRANSACTIONAL_IDS + settings.nodeId();
    }

    /** What this node commits for a partition: where to go on, and whom the next owner has to fence. */
    OffsetAndMetadata claim(long nextCommand) {
        return new OffsetAndMetadata(nextCommand, transactionalId());
    }

    /** Asks for the group's offsets, and fences former owners. */
    Admin admin() {
        Map<String, Object> config = common();
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(REQUEST_TIMEOUT));
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis(CALL_TIMEOUT));
        return Admin.create(config);
    }

    /** Writes what owners decide. */
    Producer<String, byte[]> transactionalProducer() {
        Map<String, Object> config = producer();
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId());
        // an owner that falls silent inside a transaction holds back readers and its successor until this is over
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, millis(settings.transactionTimeout()));
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis(CALL_TIMEOUT));
        // a commit sends what has gathered at once, so nobody waits for this; without it the records of one transaction
        // would go to the broker in many small requests while the later ones are still being decided
        config.put(ProducerConfig.LINGER_MS_CONFIG, GATHERING_MILLIS);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /** Sends commands to owners on other nodes. */
    Producer<String, byte[]> forwardingProducer() {
        Map<String, Object> config = producer();
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // senders wait in line for this one: better an early 'unavailable' than many blocked threads
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis(FORWARD_BLOCK));
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> producer() {
        Map<String, Object> config = common();
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        // the broker has the last word on a record's size
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, RECORD_BYTES);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(REQUEST_TIMEOUT));
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(CALL_TIMEOUT));
        // the broker asks for a retry while it still writes the previous transaction's markers, which takes less than a
        // millisecond; the default of 100 ms would be a stall of 100 ms, every time
        config.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 1);
        return config;
    }

    /** Reads commands, and is the member of the group by which partitions are owned. */
    Consumer<String, byte[]> commandsConsumer() {
        Map<String, Object> config = consumer(IsolationLevel.READ_COMMITTED);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, WriterSettings.OWNERS_GROUP);
        // a restarted node gets its partitions back at once, and nobody else's move
        config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.nodeId());
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, millis(settings.sessionTimeout()));
        config.put(
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                millis(settings.sessionTimeout().dividedBy(5)));
        // eager: everything is given up, in order and with nothing in flight, before a generation ends; sticky: nearly
        // everything comes back, and its states are still on this node's disk
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, StickyAssignor.class.getName());
        // a member that cannot even poll within a minute is of no use as an owner
        config.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 60_000);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return newConsumer(config);
    }

    /** Reads what is committed in the log, and the group's offsets once no transaction on them is open any more. */
    Consumer<String, byte[]> logReader() {
        Map<String, Object> config = consumer(IsolationLevel.READ_COMMITTED);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, WriterSettings.OWNERS_GROUP);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECOVERY_RECORDS);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, RECOVERY_PARTITION_BYTES);
        return newConsumer(config);
    }

    /** Knows how far the log reaches, open transactions included. */
    Consumer<String, byte[]> endReader() {
        return newConsumer(consumer(IsolationLevel.READ_UNCOMMITTED));
    }

    /** Reads what became of commands. */
    Consumer<String, byte[]> resultsConsumer() {
        Map<String, Object> config = consumer(IsolationLevel.READ_COMMITTED);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        return newConsumer(config);
    }

    private Map<String, Object> consumer(IsolationLevel isolation) {
        Map<String, Object> config = common();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString().toLowerCase(Locale.ROOT));
        // offsets are committed by the transactions alone
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // the system's own window: the default of 64 KiB costs a third of the throughput and long tails
        config.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, -1);
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(REQUEST_TIMEOUT));
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis(CALL_TIMEOUT));
        return config;
    }

    private Map<String, Object> common() {
        Map<String, Object> config = new HashMap<>(settings.clientSettings());
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        return config;
    }

    private static Consumer<String, byte[]> newConsumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
