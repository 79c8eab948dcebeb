package io.appeals.commands.writer.kafka;

import io.appeals.commands.writer.ledger.BatchLedger;
import io.appeals.commands.writer.ledger.LogPosition;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.UndecodableRecordException;
import io.appeals.schema.wire.WireFormat;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One partition's way from what the store has to the end of the log. */
final class RecoveringPartition {

    private static final Logger LOG = LoggerFactory.getLogger(RecoveringPartition.class);

    private final int partition;
    private final long commandOffset;
    private final long end;
    private final long startedAt = System.nanoTime();
    /** The event that the store has last and that must be found again where it was; null from the beginning. */
    private @Nullable LogPosition expected;

    private @Nullable LogPosition reached;
    private long from;
    private long position;
    private long events;

    /**
     * @param commandOffset from where commands are to be read afterwards
     * @param end how far the log reached when the partition had become this node's
     * @param stored the last event in the store
     */
    RecoveringPartition(int partition, long commandOffset, long end, @Nullable LogPosition stored) {
        this.partition = partition;
        this.commandOffset = commandOffset;
        this.end = end;
        this.expected = stored;
        this.from = stored == null ? 0 : stored.offset();
        this.position = from;
    }

    TopicPartition inLog() {
        return new TopicPartition(Topic.EVENTS.topicName(), partition);
    }

    /** The last event of the store, where the reading begins so that it is found again; null from the beginning. */
    @Nullable
    LogPosition expected() {
        return expected;
    }

    /** What is in the store is not of this log: everything is read again. */
    void startOver() {
        LOG.warn("the states of partition {} are not of this log; they are rebuilt from it", partition);
        expected = null;
        reached = null;
        from = 0;
        position = 0;
    }

    /**
     * Folds what was read.
     *
     * @return false if the log does not have the event that the store has last
     */
    boolean take(List<ConsumerRecord<String, byte[]>> records, BatchLedger ledger, WireFormat<RecordedEvent> wire) {
        for (ConsumerRecord<String, byte[]> found : records) {
            if (!take(found, ledger, wire)) {
                return false;
            }
        }
        return true;
    }

    private boolean take(ConsumerRecord<String, byte[]> found, BatchLedger ledger, WireFormat<RecordedEvent> wire) {
        RecordedEvent event = decoded(found, wire);
        LogPosition last = expected;
        if (last != null) {
            expected = null;
            return event != null && last.isOf(found.offset(), event);
        }
        events++;
        if (event == null) {
            ledger.foldUnreadable(partition, found.offset(), String.valueOf(found.key()));
        } else {
            ledger.fold(partition, found.offset(), event);
            reached = LogPosition.of(found.offset(), event);
        }
        return true;
    }

    private static @Nullable RecordedEvent decoded(
            ConsumerRecord<String, byte[]> found, WireFormat<RecordedEvent> wire) {
        try {
            if (found.value() == null) {
                throw new UndecodableRecordException("it has no value");
            }
            RecordedEvent event = wire.decode(found.value());
            if (!event.appealId().equals(found.key())) {
                throw new UndecodableRecordException("it belongs to appeal " + event.appealId());
            }
            return event;
        } catch (UndecodableRecordException e) {
            LOG.error(
                    "event at offset {} of {}-{} cannot be read, so nothing is decided on appeal {}: {}",
                    found.offset(),
                    found.topic(),
                    found.partition(),
                    found.key(),
                    e.getMessage());
            return null;
        }
    }

    void reached(long offset) {
        position = offset;
    }

    /** At the end, and nothing of the store was missing on the way. */
    boolean isComplete() {
        return position >= end && expected == null;
    }

    /** At the end without having met the event that the store has last. */
    boolean isOfAnotherLog() {
        return position >= end && expected != null;
    }

    /** The last event that was taken in; null if none was. */
    @Nullable
    LogPosition progress() {
        return reached;
    }

    int partition() {
        return partition;
    }

    long commandOffset() {
        return commandOffset;
    }

    long end() {
        return end;
    }

    long events() {
        return events;
    }

    long toRead() {
        return Math.max(0, end - from);
    }

    long read() {
        return Math.clamp(position - from, 0, toRead());
    }

    long startedAt() {
        return startedAt;
    }
}
