package io.appeals.commands.platform.kafka;

import io.appeals.commands.platform.PlatformSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import org.apache.kafka.clients.CommonClientConfigs;
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

/**
 * The Kafka clients of one relay, each setting with its reason.
 *
 * @param group in which the nodes share out what is to be carried
 * @param topics that are carried from
 */
record RelayClients(PlatformSettings settings, String group, SortedSet<String> topics) {

    /** How long a call may block before it is given up and tried again. */
    static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

    private static final int REQUEST_MILLIS = 5_000;
    private static final int RECORDS_AT_ONCE = 2_000;
    private static final int BATCH_BYTES = 256 << 10;
    private static final int RECORD_BYTES = 8 << 20;
    private static final int GATHERING_MILLIS = 5;

    Consumer<String, byte[]> consumer() {
        Map<String, Object> config = common();
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, member());
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500);
        // topic by topic: each platform's partitions are spread over the nodes, over those that know it while a change
        // of
        // the platforms file is rolled out
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // offsets are committed by the transactions alone
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE);
        config.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, -1);
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(CALL_TIMEOUT.toMillis()));
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * A node that is started again goes on at once with the partitions that it had. With other topics it is another member:
     * the group would give it back what it had before, and nothing of what has come to it.
     */
    private String member() {
        return group + "-" + settings.nodeId() + "-"
                + Integer.toHexString(String.join(",", topics).hashCode());
    }

    Producer<String, byte[]> producer() {
        Map<String, Object> config = common();
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, group.replace("-v1", "-") + settings.nodeId());
        int callMillis = Math.toIntExact(CALL_TIMEOUT.toMillis());
        // a node that falls silent inside a transaction holds back the owners until this is over
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, callMillis);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, callMillis);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, callMillis);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, RECORD_BYTES);
        // a commit sends what has gathered at once
        config.put(ProducerConfig.LINGER_MS_CONFIG, GATHERING_MILLIS);
        // the broker asks for a retry while it still writes the previous transaction's markers: less than a
        // millisecond; what
        // was sent behind it would be out of order, which the broker logs as an error
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        config.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 1);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    Admin admin() {
        Map<String, Object> config = common();
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(CALL_TIMEOUT.toMillis()));
        return Admin.create(config);
    }

    private Map<String, Object> common() {
        Map<String, Object> config = new HashMap<>(settings.clientSettings());
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        return config;
    }
}
