package io.appeals.projections.topology;

import io.appeals.projections.serving.LocalPartitions;
import io.appeals.projections.serving.SourceProgress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Watches, after every poll, how far the partitions are read. It has to stand at the
 * consumer: only its position passes the markers of transactions, so by the records alone a log that ends with a
 * commit would never be read to its end.
 */
public final class CatchUpObserver {

    private final LocalPartitions partitions;
    private final Admin admin;

    public CatchUpObserver(LocalPartitions partitions, Admin admin) {
        this.partitions = partitions;
        this.admin = admin;
    }

    /** To be called by the thread that polls, before it hands the records on. */
    void polled(Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition assigned : consumer.assignment()) {
            partitions
                    .at(assigned.partition())
                    .flatMap(partition -> partition.source(assigned.topic()))
                    .ifPresent(source -> observe(consumer, assigned, source, records.records(assigned)));
        }
    }

    private void observe(
            Consumer<byte[], byte[]> consumer,
            TopicPartition partition,
            SourceProgress source,
            List<ConsumerRecord<byte[], byte[]>> records) {
        if (source.shouldRequestEnd()) {
            requestEnd(partition, source);
        }
        if (!records.isEmpty()) {
            source.delivered(records.getLast().offset());
        }
        try {
            source.positionedAt(consumer.position(partition, Duration.ZERO));
        } catch (TimeoutException e) {
            // The consumer has not found its place in this partition yet; the next poll will tell.
            return;
        }
    }

    private void requestEnd(TopicPartition partition, SourceProgress source) {
        admin.listOffsets(Map.of(partition, OffsetSpec.latest()), new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .partitionResult(partition)
                .whenComplete((end, failure) -> {
                    if (failure == null) {
                        source.endsAt(end.offset());
                    } else {
                        source.endUnknown();
                    }
                });
    }
}
