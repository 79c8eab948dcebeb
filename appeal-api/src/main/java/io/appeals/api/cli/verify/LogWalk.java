package io.appeals.api.cli.verify;

import io.appeals.api.cli.PartitionWalk;
import io.appeals.commands.verify.LogVerifier;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.WireFormat;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Reads the events topic from its beginning, partition by partition, and has every event verified. */
final class LogWalk {

    private final PartitionWalk walk;
    private final Map<TopicPartition, Long> ends;
    private final int passes;
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
        this.walk = new PartitionWalk(log);
        this.ends = ends;
        this.passes = passes;
        this.progress = new WalkProgress(
                passes * ends.values().stream().mapToLong(Long::longValue).sum());
    }

    /** What was proved sound. */
    record Proof(long events, long appeals) {}

    /**
     * @param told hears now and then how far it is
     * @throws io.appeals.commands.verify.BrokenLogException at the first broken appeal
     * @throws io.appeals.api.cli.CannotRun when the log cannot be read to its end
     */
    Proof prove(java.util.function.Consumer<String> told) {
        for (TopicPartition partition : ends.keySet()) {
            for (int pass = 0; pass < passes; pass++) {
                prove(partition, pass, told);
            }
        }
        return new Proof(events, appeals);
    }

    private void prove(TopicPartition partition, int pass, java.util.function.Consumer<String> told) {
        LogVerifier verifier = new LogVerifier(format, partition.partition(), ends.size());
        FoldedViews views = new FoldedViews(partition.partition());
        walk.walk(
                partition,
                0,
                ends.getOrDefault(partition, 0L),
                record -> {
                    if (isOf(pass, record.key())) {
                        views.fold(record.offset(), verifier.verify(record.offset(), record.key(), record.value()));
                    }
                },
                read -> progress.advance(read).ifPresent(told));
        events += verifier.events();
        appeals += verifier.appeals();
    }

    /** A record without a key, which is broken, belongs to the first. */
    private boolean isOf(int pass, String key) {
        return (key == null ? 0 : Math.floorMod(key.hashCode(), passes)) == pass;
    }
}
