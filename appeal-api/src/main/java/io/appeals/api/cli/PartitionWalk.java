package io.appeals.api.cli;

import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Reads one partition from an offset to another, in order. */
public final class PartitionWalk {

    private static final Duration POLL = Duration.ofMillis(200);
    /** Longer than any transaction of ours may stay open. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final Consumer<String, byte[]> log;

    /** @param log reads committed records only */
    public PartitionWalk(Consumer<String, byte[]> log) {
        this.log = log;
    }

    /**
     * @param from where to begin; what is no longer there is passed over
     * @param end the offset to stop before
     * @param each takes the records
     * @param advanced hears after each portion how many offsets further it is
     * @throws CannotRun when the partition cannot be read to that end
     */
    public void walk(
            TopicPartition partition,
            long from,
            long end,
            java.util.function.Consumer<ConsumerRecord<String, byte[]>> each,
            LongConsumer advanced) {
        log.assign(List.of(partition));
        log.seek(partition, from);
        long reached = from;
        long reachedAt = System.nanoTime();
        while (reached < end) {
            ConsumerRecords<String, byte[]> records = log.poll(POLL);
            for (ConsumerRecord<String, byte[]> record : records) {
                if (record.offset() < end) {
                    each.accept(record);
                }
            }
            long position = Math.min(end, log.position(partition));
            if (position > reached) {
                advanced.accept(position - reached);
                reached = position;
                reachedAt = System.nanoTime();
            } else if (System.nanoTime() - reachedAt > LONGEST_WAIT.toNanos()) {
                throw stuck(partition, reached, end);
            }
        }
    }

    private static CannotRun stuck(TopicPartition partition, long reached, long end) {
        return new CannotRun("nothing behind offset " + reached + " of " + partition + " has become readable for "
                + LONGEST_WAIT.toMinutes() + " minutes, though it has " + (end - reached)
                + " more: is a transaction left open there?");
    }
}
