package io.appeals.api.cli.verify;

import io.appeals.api.cli.CannotRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Up to where partitions are to be proved: all that is written now, also what the broker has promised to commit and not
 * yet marked as committed.
 */
final class LogEnds {

    private LogEnds() {}

    /** The end of each partition, in the order given. */
    static Map<TopicPartition, Long> of(Admin admin, List<TopicPartition> partitions) {
        ListOffsetsResult ends = admin.listOffsets(asOfNow(partitions));
        Map<TopicPartition, Long> offsets = new LinkedHashMap<>();
        for (TopicPartition partition : partitions) {
            offsets.put(partition, end(ends, partition));
        }
        return offsets;
    }

    private static Map<TopicPartition, OffsetSpec> asOfNow(List<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> asked = new LinkedHashMap<>();
        partitions.forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        return asked;
    }

    private static long end(ListOffsetsResult ends, TopicPartition partition) {
        try {
            return ends.partitionResult(partition).get().offset();
        } catch (ExecutionException failed) {
            throw new CannotRun("the end of " + partition + " cannot be read: " + failed.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted while the end of " + partition + " was asked for");
        }
    }
}
