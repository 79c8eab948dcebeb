package io.appeals.projections.topology;

import io.appeals.projections.serving.LocalPartition;
import io.appeals.projections.serving.LocalPartitions;
import io.appeals.projections.serving.SourceProgress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the projection is behind the log, by the ends that the brokers tell. What its own consumer believes would stand
 * still together with a thread that hangs.
 */
public final class SourceLag {

    private static final int PATIENCE_MILLIS = 5_000;

    private final LocalPartitions partitions;
    private final Admin admin;

    public SourceLag(LocalPartitions partitions, Admin admin) {
        this.partitions = partitions;
        this.admin = admin;
    }

    /** Offsets that are not folded yet, of the partitions that are open here; empty if the brokers do not answer. */
    public OptionalLong offsets() {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions
                .open()
                .forEach(partition -> partition
                        .topics()
                        .forEach(topic ->
                                asked.put(new TopicPartition(topic, partition.number()), OffsetSpec.latest())));
        try {
            ListOffsetsOptions committed = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
            return OptionalLong.of(behind(admin.listOffsets(asked, committed.timeoutMs(PATIENCE_MILLIS))
                    .all()
                    .get()));
        } catch (ExecutionException e) {
            return OptionalLong.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }

    private long behind(Map<TopicPartition, ListOffsetsResultInfo> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> progress(end.getKey())
                        .map(source -> source.behind(end.getValue().offset()))
                        .orElse(OptionalLong.empty())
                        .orElse(0))
                .sum();
    }

    private Optional<SourceProgress> progress(TopicPartition source) {
        return partitions
                .at(source.partition())
                .flatMap((LocalPartition partition) -> partition.source(source.topic()));
    }
}
