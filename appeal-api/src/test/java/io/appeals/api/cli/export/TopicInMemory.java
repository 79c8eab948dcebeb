package io.appeals.api.cli.export;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;

/** A topic that is read a few records at a time, until the reader is killed if that is wanted. */
final class TopicInMemory extends MockConsumer<String, byte[]> {

    /** The process is no more. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final int AT_ONCE = 2;

    private final List<ConsumerRecord<String, byte[]>> records;
    private int pollsBeforeItIsKilled = Integer.MAX_VALUE;
    private int pollsBeforeItIsCompacted = Integer.MAX_VALUE;
    private long position;

    TopicInMemory(List<ConsumerRecord<String, byte[]>> records) {
        super("earliest");
        this.records = new ArrayList<>(records);
    }

    /** The reader ends without a word after so many polls. */
    TopicInMemory killedAfter(int polls) {
        pollsBeforeItIsKilled = polls;
        return this;
    }

    /** The first record is gone after so many polls. */
    TopicInMemory compactedAfter(int polls) {
        pollsBeforeItIsCompacted = polls;
        return this;
    }

    @Override
    public synchronized void seek(TopicPartition partition, long offset) {
        position = offset;
    }

    @Override
    public synchronized long position(TopicPartition partition) {
        return position;
    }

    @Override
    public synchronized ConsumerRecords<String, byte[]> poll(Duration timeout) {
        if (pollsBeforeItIsKilled-- == 0) {
            throw new Killed();
        }
        if (pollsBeforeItIsCompacted-- == 0) {
            records.removeFirst();
        }
        TopicPartition partition = assignment().iterator().next();
        List<ConsumerRecord<String, byte[]>> next = records.stream()
                .filter(record -> record.partition() == partition.partition() && record.offset() >= position)
                .limit(AT_ONCE)
                .toList();
        // Behind the last record is the marker of its transaction.
        position = next.isEmpty() ? position + 1 : next.getLast().offset() + 1;
        return new ConsumerRecords<>(Map.of(partition, next), Map.of());
    }
}
