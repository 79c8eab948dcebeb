package io.appeals.api.cli.export;

import io.appeals.api.cli.CannotRun;
import io.appeals.api.cli.export.Manifest.Progress;
import io.appeals.schema.topic.Topic;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is to be exported, and how. */
record ExportRequest(TopicExtent extent, ExportFormat format, Window window) {

    /**
     * What is to be done, after what was done before.
     *
     * @param folder is named where it holds something else
     * @throws CannotRun when that was another export
     */
    Manifest goOnWith(Optional<Manifest> before, Path folder) {
        if (before.isEmpty()) {
            return fresh(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        }
        Manifest begun = before.get();
        requireSame(folder, "--topic", begun.topic(), extent.topic().topicName());
        requireSame(folder, "--format", begun.format(), format.suffix());
        requireSame(folder, "--from", begun.from(), text(window.from()));
        requireSame(folder, "--to", begun.to(), text(window.to()));
        if (!begun.topicId().equals(extent.topicId())) {
            throw other(folder, "the export is of another cluster's topic, or of one that was deleted since");
        }
        return extent.topic().cleanup() == Topic.Cleanup.COMPACT ? asOfNow(begun) : begun;
    }

    private Manifest fresh(Instant now) {
        List<Progress> partitions = extent.partitions().stream()
                .map(each -> Progress.none(each.partition(), each.begin(), each.end()))
                .toList();
        return new Manifest(
                extent.topic().topicName(),
                extent.topicId(),
                format.suffix(),
                text(window.from()),
                text(window.to()),
                now.toString(),
                partitions);
    }

    /** Rows of the time when it was begun may have been replaced by newer ones, and be gone. */
    private Manifest asOfNow(Manifest begun) {
        Map<Integer, Long> ends = extent.partitions().stream()
                .collect(Collectors.toMap(TopicExtent.Extent::partition, TopicExtent.Extent::end));
        return begun.withEach(
                each -> each.hasEnded() ? each : each.upTo(ends.getOrDefault(each.partition(), each.end())));
    }

    private static void requireSame(Path folder, String option, @Nullable String before, @Nullable String now) {
        if (!Objects.equals(before, now)) {
            throw other(folder, "it was begun " + option(option, before) + ", and this is " + option(option, now));
        }
    }

    private static String option(String option, @Nullable String value) {
        return value == null ? "without " + option : "with " + option + " " + value;
    }

    private static CannotRun other(Path folder, String why) {
        return new CannotRun(
                "folder " + folder + " holds another export (" + why + "): name another --out, or remove the folder");
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
