package io.appeals.projections.topology;

import static org.apache.kafka.streams.StreamsConfig.consumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.mainConsumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;

import java.util.Locale;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of the Kafka Streams applications, each with what breaks without it. */
public final class StreamsSettings {

    private static final int MIB = 1024 * 1024;

    /** The largest row of an appeal, as bytes. */
    static final int MAX_ROW = 8 * MIB;

    /** The largest record in the changelog: a row, its key and the frame around them. */
    static final int MAX_RECORD = MAX_ROW + MIB;

    private StreamsSettings() {}

    static Properties of(ProjectionSettings settings) {
        Properties streams = of(settings, StatusTopology.APPLICATION_ID);
        // Rows are guarded by versions and repeats are written again as they are: exactly-once would add its
        // transactions to every read-your-write.
        streams.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        // So much is folded again after a crash. The default of 30 s would double that much of the decisions topic.
        streams.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1_000);
        return streams;
    }

    /** What all of them have in common; not how they commit. */
    public static Properties of(ProjectionSettings settings, String applicationId) {
        Properties streams = new Properties();
        streams.putAll(settings.clientProperties());
        streams.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        streams.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        streams.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateFolder().toString());
        streams.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        streams.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbyReplicas());
        // The 'streams' protocol of 4.3 tells readers the wrong owner of a key.
        streams.put(
                StreamsConfig.GROUP_PROTOCOL_CONFIG,
                GroupProtocol.CLASSIC.name().toLowerCase(Locale.ROOT));
        // A generated name changes with the topology, and with it the changelog: the projection would begin empty.
        streams.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        // The default holds events back while the results' partition has nothing, to merge them by time.
        streams.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, -1L);
        consumer(streams, settings);
        producer(streams);
        return streams;
    }

    private static void consumer(Properties streams, ProjectionSettings settings) {
        // Otherwise events of transactions that are later aborted would be folded.
        streams.put(consumerPrefix(ConsumerConfig.ISOLATION_LEVEL_CONFIG), IsolationLevel.READ_COMMITTED.toString());
        // A node that was killed comes back as the same member, instead of waiting until its former self times out.
        streams.put(mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), settings.nodeId());
        // A node that is gone for longer than this loses its partitions to others.
        streams.put(mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        streams.put(mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 3_000);
        // The fixed default of 64 KiB stalls a loopback connection now and then for hundreds of milliseconds.
        streams.put(consumerPrefix(ConsumerConfig.RECEIVE_BUFFER_CONFIG), -1);
    }

    private static void producer(Properties streams) {
        // Streams' default of 100 ms is what subscribers of the status topic would wait.
        streams.put(producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 10);
        // Many small rows of one appeal after the other: halves what goes to the changelog and its disk.
        streams.put(producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        streams.put(producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 64 * 1024);
        // A large row must be able to reach the changelog.
        streams.put(producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), MAX_RECORD);
    }
}
