package io.appeals.api.cli.verify;

import io.appeals.api.cli.CannotRun;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.topic.AppealPartition;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.UndecodableRecordException;
import io.appeals.schema.wire.WireFormat;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Reads the events topic from its beginning, partition by partition, and has every event verified. */
final class LogWalk {

    private static final Duration POLL = Duration.ofMillis(200);
    /** Longer than any transaction of ours may stay open. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final Consumer<String, byte[]> log;
    private final Map<TopicPartition, Long> ends;
    private final int passes;
    private final LogVerifier verifier = new LogVerifier();
    private final WireFormat<RecordedEvent> format = Published.EVENTS.wireFormat();
    private final WalkProgress progress;
    private long events;
    private long appeals;

    /**
     * @param log reads committed events only
     * @param ends up to where to read each partition
     * @param passes how often to read each partition, proving a part of its appeals each time
     */
    LogWalk(Consumer<String, byte[]> log, Map<TopicPartition, Long> ends, int passes) {
        this.log = log;
        this.ends = ends;
        this.passes = passes;
        this.progress = new WalkProgress(
                passes * ends.values().stream().mapToLong(Long::longValue).sum());
    }

    /** What was proved sound. */
    record Proof(long events, long appeals) {}

    /**
     * @param told hears now and then how far it is
     * @throws BrokenAppealException at the first broken appeal
     * @throws CannotRun when the log cannot be read to its end
     */
    Proof prove(java.util.function.Consumer<String> told) {
        for (TopicPartition partition : ends.keySet()) {
            for (int pass = 0; pass < passes; pass++) {
                walk(partition, pass, told);
                appeals += verifier.appeals();
                verifier.forget();
            }
        }
        return new Proof(events, appeals);
    }

    private void walk(TopicPartition partition, int pass, java.util.function.Consumer<String> told) {
        log.assign(List.of(partition));
        log.seekToBeginning(List.of(partition));
        long end = ends.getOrDefault(partition, 0L);
        long reached = log.position(partition);
        long reachedAt = System.nanoTime();
        while (reached < end) {
            ConsumerRecords<String, byte[]> records = log.poll(POLL);
            records.forEach(record -> verify(record, pass));
            long position = log.position(partition);
            if (position > reached) {
                progress.advance(position - reached).ifPresent(told);
                reached = position;
                reachedAt = System.nanoTime();
            } else if (System.nanoTime() - reachedAt > LONGEST_WAIT.toNanos()) {
                throw new CannotRun(
                        "nothing behind offset " + reached + " of " + partition + " has become readable for "
                                + LONGEST_WAIT.toMinutes() + " minutes, though it has " + (end - reached)
                                + " more: is a transaction left open there? All before is sound");
            }
        }
    }

    private void verify(ConsumerRecord<String, byte[]> record, int pass) {
        String key = record.key();
        if (key == null) {
            throw new BrokenAppealException("(none)", at(record) + " has no key, which would be its appeal");
        }
        if (Math.floorMod(key.hashCode(), passes) != pass) {
            return;
        }
        if (AppealPartition.of(key, ends.size()) != record.partition()) {
            throw new BrokenAppealException(key, at(record) + " belongs to another partition");
        }
        verifier.verify(key, decode(record));
        events++;
    }

    private RecordedEvent decode(ConsumerRecord<String, byte[]> record) {
        byte[] value = record.value();
        if (value == null) {
            throw new BrokenAppealException(record.key(), at(record) + " is empty");
        }
        try {
            return format.decode(value);
        } catch (UndecodableRecordException undecodable) {
            throw new BrokenAppealException(
                    record.key(), at(record) + " cannot be decoded: " + undecodable.getMessage());
        }
    }

    private static String at(ConsumerRecord<?, ?> record) {
        return "the record at " + record.topic() + "-" + record.partition() + " offset " + record.offset();
    }
}
