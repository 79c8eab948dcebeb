package io.appeals.projections.sla.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.appeals.projections.history.AppealHistory;
import io.appeals.projections.serving.LocalPartitions;
import io.appeals.projections.serving.ReadinessCheck;
import io.appeals.projections.serving.RestoreProgress;
import io.appeals.projections.serving.Troubles;
import io.appeals.projections.sla.DeadlineQueries;
import io.appeals.projections.sla.SlaQueries;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.policy.yaml.PolicyFile;
import io.appeals.projections.sla.serving.DeadlineBounds;
import io.appeals.projections.sla.serving.LocalDeadlineQueries;
import io.appeals.projections.sla.serving.LocalSlaQueries;
import io.appeals.projections.sla.store.SlaIndex;
import io.appeals.projections.store.CommittedStores;
import io.appeals.projections.store.RocksMemory;
import io.appeals.projections.topology.ProjectionDriver;
import io.appeals.projections.topology.ProjectionSettings;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.table.DeadLetter;
import io.appeals.schema.table.SlaAlert;
import io.appeals.schema.table.SlaClockRow;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.Published;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The projection of one partition without a broker: events in and time on, clocks, alerts and answers out. */
final class SlaDriver implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(50);

    private final RocksMemory memory = new RocksMemory(8 * 1024 * 1024);
    private final CommittedStores stores = new CommittedStores(SlaTopology.STORE, new SlaIndex(), memory);
    private final LocalPartitions partitions = new LocalPartitions(1, stores, SlaTopology.SOURCES);
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> events;
    private final ReadinessCheck check;
    private final PolicyBook policies;
    private final SlaQueries queries;
    private Instant now;

    SlaDriver(Path folder, Instant now) {
        this(folder, now, PolicyFile.shipped());
    }

    SlaDriver(Path folder, Instant now, PolicyBook policies) {
        this.now = now;
        Troubles troubles = new Troubles(Clock.systemUTC());
        SlaTime time = SlaTime.of(() -> this.now, 1);
        driver = new TopologyTestDriver(
                SlaTopology.build(stores, partitions, policies, troubles, SlaObserver.NONE, time),
                settings(folder),
                now);
        events =
                driver.createInputTopic(Topic.EVENTS.topicName(), new ByteArraySerializer(), new ByteArraySerializer());
        this.policies = policies;
        check = new ReadinessCheck(partitions, new RestoreProgress(), troubles);
        queries = new LocalSlaQueries(partitions, check, policies, time.clock(), PATIENCE);
    }

    /** The driver knows no transactions: each record is committed by itself. */
    private static Properties settings(Path folder) {
        Properties settings = SlaSettings.of(ProjectionSettings.usual("none:9092", "node-1", folder));
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        return settings;
    }

    /** As if the log had been read to its end. */
    SlaDriver caughtUp() {
        partitions
                .open()
                .flatMap(partition -> partition.source(Topic.EVENTS.topicName()).stream())
                .forEach(source -> {
                    source.endsAt(0);
                    source.positionedAt(Long.MAX_VALUE);
                });
        return this;
    }

    SlaQueries queries() {
        return queries;
    }

    /** Joined with views of the same log. */
    DeadlineQueries deadlines(ProjectionDriver views) {
        return deadlines(views, DeadlineBounds.USUAL);
    }

    DeadlineQueries deadlines(ProjectionDriver views, DeadlineBounds bounds) {
        return new LocalDeadlineQueries(
                views.queries(), views.partitions(), partitions, check, policies, () -> now, PATIENCE, bounds);
    }

    Instant now() {
        return now;
    }

    void read(AppealHistory history) {
        history.events().forEach(this::read);
    }

    void read(RecordedEvent event) {
        readBytes(event.appealId(), Published.EVENTS.wireFormat().encode(event));
    }

    void readBytes(String key, byte[] value) {
        events.pipeInput(new TestRecord<>(key.getBytes(UTF_8), value));
    }

    void passUntil(Instant moment) {
        pass(Duration.between(now, moment));
    }

    void pass(Duration time) {
        if (time.isPositive()) {
            now = now.plus(time);
            driver.advanceWallClockTime(time);
        }
    }

    private <T> List<T> published(Topic topic, Function<byte[], T> decode) {
        TestOutputTopic<byte[], byte[]> output =
                driver.createOutputTopic(topic.topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        return output.readRecordsToList().stream()
                .map(record -> decode.apply(record.value()))
                .toList();
    }

    List<SlaAlert> alerts() {
        return published(Topic.SLA_ALERTS, Published.SLA_ALERTS.wireFormat()::decode);
    }

    List<SlaClockRow> clockRows() {
        return published(Topic.SLA_CLOCKS, Published.SLA_CLOCKS.wireFormat()::decode);
    }

    List<IssuedCommand> proposals() {
        return published(Topic.COMMANDS, Published.COMMANDS.wireFormat()::decode);
    }

    List<DeadLetter> deadLetters() {
        return published(Topic.DEAD_LETTERS, Published.DEAD_LETTERS.wireFormat()::decode);
    }

    @Override
    public void close() {
        driver.close();
        memory.close();
    }
}
