package io.appeals.projections.sla.topology;

import io.appeals.projections.serving.LocalPartitions;
import io.appeals.projections.serving.Troubles;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.store.CommittedStores;
import io.appeals.schema.topic.Topic;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.Stores;

/**
 * The SLA projection: events in; clocks, alerts, proposals and dead letters out; one store and one timer between.
 *
 * <pre>
 * appeals.events.v1 ──► run-clocks ──┬──► appeals.sla-clocks.v1
 *                          │   ▲     ├──► appeals.sla-alerts.v1
 *                      (sla)  timer  ├──► appeals.commands.v1
 *                                    └──► appeals.dead-letters.v1
 * </pre>
 */
public final class SlaTopology {

    /** Carries the projection's version: one that folds or keeps things differently gets a new one. */
    public static final String APPLICATION_ID = "appeals-sla-v1";

    /** What must be caught up before anything is said. */
    public static final List<String> SOURCES = List.of(Topic.EVENTS.topicName());

    public static final String STORE = "sla";

    /** The topic that the store is restored from. */
    public static final String CHANGELOG = APPLICATION_ID + "-" + STORE + "-changelog";

    static final String CLOCKS_SINK = "clock-rows";
    static final String ALERTS_SINK = "alerts";
    static final String COMMANDS_SINK = "proposals";
    static final String DEAD_LETTERS_SINK = "dead-letters";

    private static final String EVENTS = "events";
    private static final String RUN_CLOCKS = "run-clocks";

    /** The default stops the application at a record without a time; here time comes from the events themselves. */
    private static final TimestampExtractor TIME = (record, partitionTime) -> Math.max(0, record.timestamp());

    private SlaTopology() {}

    /** @param policies what cycles that begin from now on are pinned to */
    public static Topology build(
            CommittedStores stores,
            LocalPartitions partitions,
            PolicyBook policies,
            Troubles troubles,
            SlaObserver observer,
            SlaTime time) {
        Topology topology = new Topology();
        topology.addSource(
                AutoOffsetReset.earliest(),
                EVENTS,
                TIME,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                Topic.EVENTS.topicName());
        ProcessorSupplier<byte[], byte[], byte[], byte[]> running =
                () -> new SlaEventProcessor(partitions, stores, policies, troubles, observer, time);
        topology.addProcessor(RUN_CLOCKS, running, EVENTS);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(stores, Serdes.Bytes(), Serdes.ByteArray())
                        // The store holds rows back itself, until they are committed.
                        .withCachingDisabled()
                        .withLoggingEnabled(Map.of()),
                RUN_CLOCKS);
        sink(topology, CLOCKS_SINK, Topic.SLA_CLOCKS);
        sink(topology, ALERTS_SINK, Topic.SLA_ALERTS);
        sink(topology, COMMANDS_SINK, Topic.COMMANDS);
        sink(topology, DEAD_LETTERS_SINK, Topic.DEAD_LETTERS);
        return topology;
    }

    private static void sink(Topology topology, String name, Topic topic) {
        topology.addSink(name, topic.topicName(), new ByteArraySerializer(), new ByteArraySerializer(), RUN_CLOCKS);
    }
}
