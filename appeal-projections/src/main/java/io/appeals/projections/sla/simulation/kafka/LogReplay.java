package io.appeals.projections.sla.simulation.kafka;

import io.appeals.projections.sla.simulation.PolicySimulation;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.UndecodableRecordException;
import io.appeals.schema.wire.WireFormat;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads the log of events once, from its beginning up to where it ends now, and hands each event to a simulation. All that
 * is held are the appeals of one partition, or of a part of them where the partition is long: then it is read several times.
 */
public final class LogReplay {

    private static final Duration POLL = Duration.ofMillis(200);

    /** Before that nothing is foretold from how fast it goes. */
    private static final Duration WARMING_UP = Duration.ofSeconds(5);

    /** What the clocks of an appeal by two books take, generously; there are at most as many appeals as records. */
    private static final long BYTES_AN_APPEAL = 2_000;

    private static final WireFormat<RecordedEvent> EVENTS = Published.EVENTS.wireFormat();

    private final Consumer<String, byte[]> log;
    private final LogProgress progress;
    private final Duration allowed;
    private final LongSupplier nanoTime;
    private final long recordsAtOnce;

    /**
     * @param log of {@link #consumer}; whoever gives it closes it
     * @param allowed how long it may take
     */
    public LogReplay(Consumer<String, byte[]> log, LogProgress progress, Duration allowed) {
        this(log, progress, allowed, System::nanoTime, Runtime.getRuntime().maxMemory() / 4 / BYTES_AN_APPEAL);
    }

    /** @param recordsAtOnce so many records of a partition are taken in one go */
    LogReplay(
            Consumer<String, byte[]> log,
            LogProgress progress,
            Duration allowed,
            LongSupplier nanoTime,
            long recordsAtOnce) {
        this.log = log;
        this.progress = progress;
        this.allowed = allowed;
        this.nanoTime = nanoTime;
        this.recordsAtOnce = recordsAtOnce;
    }

    /** A stretch of the log, and which part of its appeals is taken. */
    private record Stretch(TopicPartition partition, long from, long to, int part, int parts) {

        boolean takes(String appealId) {
            return parts == 1 || Math.floorMod(appealId.hashCode(), parts) == part;
        }
    }

    /** @param clients how to reach the cluster */
    public static Consumer<String, byte[]> consumer(Map<String, Object> clients) {
        Map<String, Object> settings = new HashMap<>(clients);
        // Default read_uncommitted: events of aborted transactions, which never happened, would be read as well.
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // Default true: a reader that belongs to no group has no place to commit to.
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Default 64 KiB: the system's own choice reads a log several times faster.
        settings.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, -1);
        // Default 1 MiB: one partition is read at a time, and each fetch waits for the one before.
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 * 1024 * 1024);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        // Default 500: at each partition's end a fetch for more is under way, and the next partition's has to wait for
        // it.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);
        // Default true: a consumer that asks for a missing topic would create it, with one partition.
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * @throws LogTooLong as soon as it is clear that the time does not suffice
     * @throws org.apache.kafka.common.KafkaException when the log cannot be read
     */
    public PolicySimulation.Outcome into(PolicySimulation simulation) {
        long began = nanoTime.getAsLong();
        List<Stretch> stretches = stretches();
        progress.begins(stretches.stream()
                .mapToLong(stretch -> stretch.to() - stretch.from())
                .sum());
        for (Stretch stretch : stretches) {
            read(stretch, simulation, began);
            simulation.settle();
        }
        return simulation.outcome();
    }

    private List<Stretch> stretches() {
        List<TopicPartition> partitions = log.partitionsFor(Topic.EVENTS.topicName()).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .sorted((one, other) -> Integer.compare(one.partition(), other.partition()))
                .toList();
        Map<TopicPartition, Long> begins = log.beginningOffsets(partitions);
        // All that is committed: nothing before it can still be waited for.
        Map<TopicPartition, Long> ends = log.endOffsets(partitions);
        return partitions.stream()
                .flatMap(partition ->
                        parts(partition, begins.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L)).stream())
                .toList();
    }

    private List<Stretch> parts(TopicPartition partition, long from, long to) {
        int parts = (int) Math.max(1, Math.ceilDiv(to - from, recordsAtOnce));
        return IntStream.range(0, parts)
                .mapToObj(part -> new Stretch(partition, from, to, part, parts))
                .toList();
    }

    private void read(Stretch stretch, PolicySimulation simulation, long began) {
        TopicPartition partition = stretch.partition();
        log.assign(List.of(partition));
        log.seek(partition, stretch.from());
        long reached = stretch.from();
        while (reached < stretch.to()) {
            for (ConsumerRecord<String, byte[]> record : log.poll(POLL)) {
                if (record.offset() < stretch.to()) {
                    add(record, stretch, simulation);
                }
            }
            long position = Math.min(log.position(partition), stretch.to());
            progress.advance(position - reached);
            reached = position;
            requireTime(Duration.ofNanos(nanoTime.getAsLong() - began));
        }
    }

    private static void add(ConsumerRecord<String, byte[]> record, Stretch stretch, PolicySimulation simulation) {
        String appealId = record.key();
        // A record without a key is of no appeal.
        if (appealId == null || !stretch.takes(appealId)) {
            return;
        }
        try {
            RecordedEvent event = EVENTS.decode(record.value() == null ? new byte[0] : record.value());
            if (event.appealId().equals(appealId)) {
                simulation.add(event);
            } else {
                simulation.unreadable(appealId);
            }
        } catch (UndecodableRecordException e) {
            simulation.unreadable(appealId);
        }
    }

    private void requireTime(Duration spent) {
        boolean over = spent.compareTo(allowed) > 0 && progress.done() < progress.total();
        boolean hopeless = spent.compareTo(WARMING_UP) > 0
                && progress.done() > 0
                && progress.expected(spent).compareTo(allowed.multipliedBy(2)) > 0;
        if (over || hopeless) {
            throw new LogTooLong(progress, spent, allowed);
        }
    }
}
