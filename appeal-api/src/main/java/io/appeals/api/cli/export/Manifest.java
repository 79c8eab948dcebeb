package io.appeals.api.cli.export;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an export is of, and how far it is.
 *
 * @param topicId the cluster's own, which no other topic has, not even one of the same name later
 * @param from in ISO 8601, as {@code to} and {@code begunAt}
 * @param partitions in order
 */
record Manifest(
        String topic,
        String topicId,
        String format,
        @Nullable String from,
        @Nullable String to,
        String begunAt,
        List<Progress> partitions) {

    /**
     * How far one partition is.
     *
     * @param next the first offset that is not exported yet
     * @param end the first offset that is not to be exported
     * @param rows in files so far
     * @param leftOut records that could not be decoded
     * @param files that hold the rows; none in a manifest of before they were counted
     */
    record Progress(
            int partition,
            long next,
            long end,
            long rows,
            long leftOut,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<CountedFile> files) {

        Progress {
            files = List.copyOf(files);
        }

        /** Of which nothing is exported yet. */
        static Progress none(int partition, long begin, long end) {
            return new Progress(partition, begin, end, 0, 0, List.of());
        }

        boolean hasEnded() {
            return next >= end;
        }

        Progress after(long reached, long moreRows, long moreLeftOut, List<CountedFile> moreFiles) {
            List<CountedFile> all =
                    Stream.concat(files.stream(), moreFiles.stream()).toList();
            return new Progress(partition, reached, end, rows + moreRows, leftOut + moreLeftOut, all);
        }

        Progress upTo(long newEnd) {
            return new Progress(partition, next, newEnd, rows, leftOut, files);
        }
    }

    /**
     * A file as it was when it began to count.
     *
     * @param name within the folder, with a slash on every system
     */
    record CountedFile(String name, long bytes) {}

    Manifest {
        partitions = List.copyOf(partitions);
    }

    boolean hasEnded() {
        return partitions.stream().allMatch(Progress::hasEnded);
    }

    long rows() {
        return partitions.stream().mapToLong(Progress::rows).sum();
    }

    long leftOut() {
        return partitions.stream().mapToLong(Progress::leftOut).sum();
    }

    List<CountedFile> files() {
        return partitions.stream().flatMap(each -> each.files().stream()).toList();
    }

    /** Offsets that are still to be read. */
    long remaining() {
        return partitions.stream().mapToLong(each -> each.end() - each.next()).sum();
    }

    /** With another word on that partition. */
    Manifest with(Progress progress) {
        return withEach(each -> each.partition() == progress.partition() ? progress : each);
    }

    Manifest withEach(UnaryOperator<Progress> change) {
        List<Progress> changed = new ArrayList<>(partitions);
        changed.replaceAll(change);
        return new Manifest(topic, topicId, format, from, to, begunAt, changed);
    }
}
