package io.appeals.api.cli.export;

import io.appeals.api.cli.CannotRun;
import io.appeals.api.cli.PartitionWalk;
import io.appeals.api.cli.Screen;
import io.appeals.api.cli.export.Manifest.Progress;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.UndecodableRecordException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Writes a topic into its folder, portion by portion: the files of a portion first, then the manifest that makes them
 * count. A run that was interrupted is gone on with from the manifest.
 *
 * <p>Of a compacted topic a partition is one portion, as only a reader who gets to its end as of now sees every key.
 */
final class TopicExport {

    private static final long OFFSETS_A_PORTION = 200_000;

    private final PartitionWalk walk;
    private final ExportRequest request;
    private final ExportFolder folder;
    private final Screen screen;
    private final long portion;
    private final RowReader<?> reader;

    TopicExport(PartitionWalk walk, ExportRequest request, ExportFolder folder, Screen screen) {
        this(walk, request, folder, screen, OFFSETS_A_PORTION);
    }

    /** @param portion how many offsets are exported before what there is counts; no matter for a compacted topic */
    TopicExport(PartitionWalk walk, ExportRequest request, ExportFolder folder, Screen screen, long portion) {
        this.walk = walk;
        this.request = request;
        this.folder = folder;
        this.screen = screen;
        this.portion = portion;
        this.reader = RowReader.of(request.extent().topic());
    }

    /**
     * Exports what is not there yet.
     *
     * @return what is there at the end
     * @throws CannotRun when the folder holds another export or lacks a file of this one, or the topic cannot be read
     */
    Manifest run() throws IOException {
        Manifest manifest = request.goOnWith(folder.begun(), folder.path());
        folder.requireWhole(manifest);
        folder.removeUncounted(manifest);
        folder.keep(manifest);
        ExportProgress progress = new ExportProgress(
                screen, request.extent().topic().topicName(), manifest.remaining() * (isCompacted() ? 2 : 1));
        for (Progress partition : manifest.partitions()) {
            Progress reached = partition;
            while (!reached.hasEnded()) {
                reached = exportPortion(reached, progress::advance);
                manifest = manifest.with(reached);
                folder.keep(manifest);
            }
        }
        return manifest;
    }

    private boolean isCompacted() {
        return request.extent().topic().cleanup() == Topic.Cleanup.COMPACT;
    }

    private Progress exportPortion(Progress partition, LongConsumer advanced) throws IOException {
        if (isCompacted()) {
            return exportNewest(partition, advanced);
        }
        long end = Math.min(partition.end(), partition.next() + portion);
        return export(partition, end, record -> true, advanced);
    }

    private Progress exportNewest(Progress partition, LongConsumer advanced) throws IOException {
        NewestRecords newest = new NewestRecords();
        walk.walk(topicPartition(partition), partition.next(), partition.end(), newest::note, advanced);
        Progress reached = export(partition, partition.end(), newest::hold, advanced);
        if (!newest.wereAllFound()) {
            throw new CannotRun("rows of " + topicPartition(partition) + " were replaced and compacted away while they"
                    + " were read: call it again to read that partition anew");
        }
        return reached;
    }

    private Progress export(
            Progress partition, long end, Predicate<ConsumerRecord<String, byte[]>> wanted, LongConsumer advanced)
            throws IOException {
        try (DayFiles files = new DayFiles(folder.path(), request.format(), reader.schema())) {
            Portion rows = new Portion(files);
            walk.walk(
                    topicPartition(partition),
                    partition.next(),
                    end,
                    record -> {
                        if (wanted.test(record) && request.window().contains(record.timestamp())) {
                            rows.take(record);
                        }
                    },
                    advanced);
            return partition.after(end, rows.written, rows.leftOut, files.finish());
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private TopicPartition topicPartition(Progress progress) {
        return new TopicPartition(request.extent().topic().topicName(), progress.partition());
    }

    /** Writes rows, and counts what became of the records. */
    private final class Portion {

        private final DayFiles files;
        private long written;
        private long leftOut;

        Portion(DayFiles files) {
            this.files = files;
        }

        void take(ConsumerRecord<String, byte[]> record) {
            try {
                GenericRecord row = reader.read(record);
                files.add(record, row);
                written++;
            } catch (UndecodableRecordException undecodable) {
                leftOut++;
                screen.tell("left out partition " + record.partition() + " offset " + record.offset() + " of "
                        + record.topic() + ": " + undecodable.getMessage());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
