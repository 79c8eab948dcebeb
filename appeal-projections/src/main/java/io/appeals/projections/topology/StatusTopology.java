package io.appeals.projections.topology;

import io.appeals.projections.serving.LocalPartitions;
import io.appeals.projections.serving.Troubles;
import io.appeals.projections.store.IndexedStores;
import io.appeals.schema.topic.Topic;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The status projection: events and command results in, status rows, decision rows and dead letters out, one store between.
 *
 * <pre>
 * appeals.events.v1 ──────────► fold-events ──┬──► appeals.status.v1
 *                                   │         ├──► appeals.decisions.v1
 *                               (appeals)     │
 *                                   │         │
 * appeals.command-results.v1 ─► keep-results ─┴──► appeals.dead-letters.v1
 * </pre>
 */
public final class StatusTopology {

    /** Carries the projection's version: one that folds or keeps things differently gets a new one, is built beside the old, and then takes over. */
    public static final String APPLICATION_ID = "appeals-status-v2";

    /** What must be caught up before the projection is complete. */
    public static final List<String> SOURCES = List.of(Topic.EVENTS.topicName(), Topic.COMMAND_RESULTS.topicName());

    public static final String STORE = "appeals";

    /** The topic that the store is restored from. */
    public static final String CHANGELOG = APPLICATION_ID + "-" + STORE + "-changelog";

    static final String STATUS_SINK = "status-rows";
    static final String DECISIONS_SINK = "decision-rows";
    static final String DEAD_LETTERS_SINK = "dead-letters";

    private static final String EVENTS = "events";
    private static final String RESULTS = "command-results";
    private static final String FOLD_EVENTS = "fold-events";
    private static final String KEEP_RESULTS = "keep-results";

    /** The default stops the application at a record without a time; here a record's time is only passed on. */
    private static final TimestampExtractor TIME = (record, partitionTime) -> Math.max(0, record.timestamp());

    private StatusTopology() {}

    public static Topology build(
            IndexedStores stores, LocalPartitions partitions, Troubles troubles, InstantSource clock) {
        Topology topology = new Topology();
        source(topology, EVENTS, Topic.EVENTS);
        source(topology, RESULTS, Topic.COMMAND_RESULTS);
        ProcessorSupplier<byte[], byte[], byte[], byte[]> folding =
                () -> new AppealEventProcessor(partitions, troubles, clock);
        ProcessorSupplier<byte[], byte[], byte[], byte[]> keeping =
                () -> new CommandResultProcessor(partitions, troubles, clock);
        topology.addProcessor(FOLD_EVENTS, folding, EVENTS);
        topology.addProcessor(KEEP_RESULTS, keeping, RESULTS);
        topology.addStateStore(store(stores), FOLD_EVENTS, KEEP_RESULTS);
        sink(topology, STATUS_SINK, Topic.STATUS, FOLD_EVENTS);
        sink(topology, DECISIONS_SINK, Topic.DECISIONS, FOLD_EVENTS);
        sink(topology, DEAD_LETTERS_SINK, Topic.DEAD_LETTERS, FOLD_EVENTS, KEEP_RESULTS);
        return topology;
    }

    /** Read as bytes: decoding belongs to the processors, which can put aside what they cannot read. */
    private static void source(Topology topology, String name, Topic topic) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                name,
                TIME,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                topic.topicName());
    }

    private static void sink(Topology topology, String name, Topic topic, String... parents) {
        topology.addSink(name, topic.topicName(), new ByteArraySerializer(), new ByteArraySerializer(), parents);
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(IndexedStores stores) {
        return Stores.keyValueStoreBuilder(stores, Serdes.Bytes(), Serdes.ByteArray())
                // A cache would hold rows back from readers until the next commit.
                .withCachingDisabled()
                // An appeal's row grows with its messages and may become larger than the broker's default of 1 MiB.
                .withLoggingEnabled(
                        Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(StreamsSettings.MAX_RECORD)));
    }
}
