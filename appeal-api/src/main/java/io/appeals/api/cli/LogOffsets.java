package io.appeals.api.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Where partitions begin and end as of now. */
public final class LogOffsets {

    private LogOffsets() {}

    /**
     * The end of each partition, in the order given: behind all that is written now, also what the broker has promised
     * to commit and not yet marked as committed.
     *
     * @throws CannotRun when the cluster does not tell
     */
    public static Map<TopicPartition, Long> ends(Admin admin, List<TopicPartition> partitions) {
        return of(admin, partitions, OffsetSpec.latest());
    }

    /**
     * The first offset of each partition that is still there, in the order given.
     *
     * @throws CannotRun when the cluster does not tell
     */
    public static Map<TopicPartition, Long> beginnings(Admin admin, List<TopicPartition> partitions) {
        return of(admin, partitions, OffsetSpec.earliest());
    }

    /**
     * The first offset of each partition whose record is of that time or later; -1 where there is none.
     *
     * @param time in milliseconds since 1970
     * @throws CannotRun when the cluster does not tell
     */
    public static Map<TopicPartition, Long> since(Admin admin, List<TopicPartition> partitions, long time) {
        return of(admin, partitions, OffsetSpec.forTimestamp(time));
    }

    private static Map<TopicPartition, Long> of(Admin admin, List<TopicPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> asked = new LinkedHashMap<>();
        partitions.forEach(partition -> asked.put(partition, which));
        ListOffsetsResult answer = admin.listOffsets(asked);
        Map<TopicPartition, Long> offsets = new LinkedHashMap<>();
        for (TopicPartition partition : partitions) {
            offsets.put(partition, offset(answer, partition));
        }
        return offsets;
    }

    private static long offset(ListOffsetsResult answer, TopicPartition partition) {
        try {
            return answer.partitionResult(partition).get().offset();
        } catch (ExecutionException failed) {
            throw new CannotRun("where " + partition + " begins or ends cannot be read: " + failed.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted while it was asked where " + partition + " begins or ends");
        }
    }
}
