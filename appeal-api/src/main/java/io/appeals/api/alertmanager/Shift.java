package io.appeals.api.alertmanager;

import io.appeals.schema.table.SlaAlert;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.UndecodableRecordException;
import io.appeals.schema.wire.WireFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One membership in the group, turn by turn: read, post, remember how far. Used by one thread. */
final class Shift implements ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(Shift.class);
    private static final WireFormat<SlaAlert> ALERTS = Published.SLA_ALERTS.wireFormat();
    private static final Duration LISTENING = Duration.ofMillis(500);

    private final Consumer<String, byte[]> log;
    private final AlertDesk desk;
    private final AlertPost post;
    private final Duration renewEvery;
    private final BackOff backOff = new BackOff();
    private long renewAt = System.nanoTime();
    private long tryAt = System.nanoTime();

    Shift(Consumer<String, byte[]> log, AlertDesk desk, AlertPost post, Duration renewEvery) {
        this.log = log;
        this.desk = desk;
        this.post = post;
        this.renewEvery = renewEvery;
    }

    /** Takes half a second at most, unless an Alertmanager is slow. */
    void turn() {
        if (desk.isIdle()) {
            log.resume(log.paused());
        } else {
            // The member has to be heard of, but is not to read on while something is still to be posted.
            log.pause(log.assignment());
        }
        log.poll(listening()).forEach(this::read);
        if (desk.isIdle() && isOver(renewAt)) {
            desk.renew(Instant.now());
            renewAt = System.nanoTime() + renewEvery.toNanos();
        }
        if (!desk.isIdle() && isOver(tryAt)) {
            attempt();
        }
    }

    private Duration listening() {
        if (desk.isIdle()) {
            return LISTENING;
        }
        Duration left = Duration.ofNanos(Math.max(0, tryAt - System.nanoTime()));
        return left.compareTo(LISTENING) < 0 ? left : LISTENING;
    }

    private static boolean isOver(long moment) {
        return System.nanoTime() - moment >= 0;
    }

    private void read(ConsumerRecord<String, byte[]> record) {
        try {
            SlaAlert alert = ALERTS.decode(record.value());
            desk.read(record.partition(), record.offset(), alert, Instant.ofEpochMilli(record.timestamp()));
        } catch (UndecodableRecordException e) {
            LOG.error(
                    "the record at {}-{}, {} is no SLA alert", record.topic(), record.partition(), record.offset(), e);
            desk.skip(record.partition(), record.offset());
        }
    }

    private void attempt() {
        AlertDesk.Load load = desk.next();
        if (load.alerts().isEmpty() || post.send(load.alerts())) {
            desk.done(load);
            remember(load.places());
            backOff.reset();
        } else {
            desk.failed();
            tryAt = System.nanoTime() + backOff.next().toNanos();
        }
    }

    private void remember(Map<Integer, Long> places) {
        if (places.isEmpty()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        places.forEach((partition, place) ->
                offsets.put(new TopicPartition(Topic.SLA_ALERTS.topicName(), partition), new OffsetAndMetadata(place)));
        try {
            log.commitSync(offsets);
        } catch (CommitFailedException | RebalanceInProgressException e) {
            LOG.debug("others have the partitions now, and post some alerts again", e);
        }
    }

    /**
     * Each partition is read from its beginning, since what is open follows from all that was said. News begins where the
     * group stands; with a new group, now.
     */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> places = log.committed(new HashSet<>(partitions));
        Map<TopicPartition, Long> ends = log.endOffsets(partitions);
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata place = places.get(partition);
            long end = ends.getOrDefault(partition, 0L);
            desk.begin(partition.partition(), place == null ? end : Math.min(place.offset(), end));
        }
        log.seekToBeginning(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> desk.end(partition.partition()));
    }
}
