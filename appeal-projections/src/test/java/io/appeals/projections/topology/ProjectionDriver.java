package io.appeals.projections.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.appeals.projections.AppealQueries;
import io.appeals.projections.ProjectionStatus;
import io.appeals.projections.history.AppealHistory;
import io.appeals.projections.serving.LocalAppealQueries;
import io.appeals.projections.serving.LocalPartitions;
import io.appeals.projections.serving.ReadinessCheck;
import io.appeals.projections.serving.RestoreProgress;
import io.appeals.projections.serving.Troubles;
import io.appeals.projections.store.AppealIndex;
import io.appeals.projections.store.IndexedStores;
import io.appeals.projections.store.RocksMemory;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.result.CommandResult;
import io.appeals.schema.table.DeadLetter;
import io.appeals.schema.table.DecisionRow;
import io.appeals.schema.table.StatusRow;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.Published;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The projection of one partition without a broker: events in, rows and answers out, one after the other. */
public final class ProjectionDriver implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMillis(300);

    private final RocksMemory memory = new RocksMemory(8 * 1024 * 1024);
    private final Troubles troubles = new Troubles(Clock.systemUTC());
    private final IndexedStores stores = new IndexedStores(StatusTopology.STORE, new AppealIndex(), memory);
    private final LocalPartitions partitions = new LocalPartitions(1, stores, StatusTopology.SOURCES);
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> events;
    private final TestInputTopic<byte[], byte[]> results;
    private final ReadinessCheck check;
    private final AppealQueries queries;
    private Instant now;

    public ProjectionDriver(Path folder) {
        this(folder, AppealHistory.BEGINNING.plus(Duration.ofDays(1)));
    }

    ProjectionDriver(Path folder, Instant now) {
        ProjectionSettings settings = ProjectionSettings.usual("none:9092", "node-1", folder);
        this.now = now;
        driver = new TopologyTestDriver(
                StatusTopology.build(stores, partitions, troubles, () -> this.now), StreamsSettings.of(settings), now);
        events = input(Topic.EVENTS);
        results = input(Topic.COMMAND_RESULTS);
        check = new ReadinessCheck(partitions, new RestoreProgress(), troubles);
        queries = new LocalAppealQueries(partitions, check, PATIENCE, () -> this.now);
    }

    private TestInputTopic<byte[], byte[]> input(Topic topic) {
        return driver.createInputTopic(topic.topicName(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** As if the log had been read to its end. */
    public ProjectionDriver caughtUp() {
        partitions
                .open()
                .forEach(partition -> partition
                        .topics()
                        .forEach(topic -> partition.source(topic).ifPresent(source -> {
                            source.endsAt(0);
                            source.positionedAt(Long.MAX_VALUE);
                        })));
        return this;
    }

    public LocalPartitions partitions() {
        return partitions;
    }

    Troubles troubles() {
        return troubles;
    }

    ProjectionStatus status() {
        return check.status(OptionalLong.empty());
    }

    public AppealQueries queries() {
        return queries;
    }

    public void read(AppealHistory history) {
        history.events().forEach(this::read);
    }

    public void read(RecordedEvent event) {
        readBytes(event.appealId(), encoded(event));
    }

    /** A record of the appeal that is no event. */
    public void readUnreadable(String appealId) {
        readBytes(appealId, new byte[] {9});
    }

    static byte[] encoded(RecordedEvent event) {
        return Published.EVENTS.wireFormat().encode(event);
    }

    void readBytes(@Nullable String key, byte @Nullable [] value) {
        events.pipeInput(record(key, value));
    }

    void readResult(CommandResult result) {
        readResultBytes(
                result.commandId(), Published.COMMAND_RESULTS.wireFormat().encode(result));
    }

    void readResultBytes(@Nullable String key, byte @Nullable [] value) {
        results.pipeInput(record(key, value));
    }

    @SuppressWarnings("NullAway") // records on a topic may have no key or value
    private static TestRecord<byte[], byte[]> record(@Nullable String key, byte @Nullable [] value) {
        return new TestRecord<>(key == null ? null : key.getBytes(UTF_8), value);
    }

    void pass(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
    }

    List<TestRecord<byte[], byte[]>> published(Topic topic) {
        TestOutputTopic<byte[], byte[]> output =
                driver.createOutputTopic(topic.topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        return output.readRecordsToList();
    }

    List<StatusRow> statusRows() {
        var format = Published.STATUS.wireFormat();
        return published(Topic.STATUS).stream()
                .map(row -> format.decode(row.value()))
                .toList();
    }

    List<DecisionRow> decisionRows() {
        var format = Published.DECISIONS.wireFormat();
        return published(Topic.DECISIONS).stream()
                .map(row -> format.decode(row.value()))
                .toList();
    }

    List<DeadLetter> deadLetters() {
        var format = Published.DEAD_LETTERS.wireFormat();
        return published(Topic.DEAD_LETTERS).stream()
                .map(row -> format.decode(row.value()))
                .toList();
    }

    @Override
    public void close() {
        driver.close();
        memory.close();
    }
}
