package io.appeals.api.cli.export;

import io.appeals.api.broker.FolderLock;
import io.appeals.api.cli.CannotRun;
import io.appeals.api.cli.ClusterOptions;
import io.appeals.api.cli.PartitionWalk;
import io.appeals.api.cli.Screen;
import io.appeals.schema.topic.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes topics into files, a folder a day. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Write topics into files for analysts.",
        description = {
            "",
            "Writes what is in a topic now into OUT/TOPIC/date=YYYY-MM-DD/part-PARTITION-OFFSET.FORMAT, by the day (UTC)"
                    + " of each record. Files appear when they are complete. Each row is the record's value, and also has"
                    + " kafkaKey, kafkaPartition, kafkaOffset and kafkaTimestamp.",
            "",
            "Of appeals.status.v1 and appeals.sla-clocks.v1 it is the newest row of each key only, and none of a key that"
                    + " was deleted.",
            "",
            "Interrupted, it goes on where it stopped when it is called the same way again; what is in the files by then"
                    + " is neither written twice nor left out. An export that is complete is left as it is: for what has come since, name another folder."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./appeals export",
            "  ./appeals export --topic appeals.events.v1 --format ndjson --from 2026-11-01 --to 2026-12-01"
        })
public final class ExportCommand implements Callable<Integer> {

    @Mixin
    private final ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            split = ",",
            converter = ExportedTopicConverter.class,
            defaultValue = "appeals.status.v1,appeals.decisions.v1,appeals.sla-clocks.v1",
            description = "Which topics (default: appeals.status.v1,appeals.decisions.v1,appeals.sla-clocks.v1); also"
                    + " appeals.sla-alerts.v1 and appeals.events.v1.")
    private List<Topic> topics = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "parquet",
            description = "parquet, csv or ndjson (default: parquet).")
    private ExportFormat format = ExportFormat.PARQUET;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "Only records of this time or later, by their timestamps: a date (its beginning in UTC) or a"
                    + " time such as 2026-11-01T08:00:00Z.")
    private @Nullable Instant from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description = "Only records of before this time.")
    private @Nullable Instant to;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "export",
            description = "Where to write (default: ./export).")
    private Path out = Path.of("export");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new ParameterException(
                    spec.commandLine(), "--from must be before --to, but " + from + " is not before " + to);
        }
        Screen screen = Screen.of(spec.commandLine().getOut());
        long leftOut = 0;
        try (KafkaConsumer<String, byte[]> consumer = cluster.walkingConsumer();
                Admin admin = cluster.admin()) {
            for (Topic topic : new LinkedHashSet<>(topics)) {
                ExportRequest request = new ExportRequest(
                        TopicExtent.of(admin, topic, new Window(from, to)), format, new Window(from, to));
                leftOut += export(new PartitionWalk(consumer), request, screen);
            }
        }
        if (leftOut > 0) {
            throw new CannotRun(
                    "left out " + counted(leftOut, "record") + " that could not be decoded; all others are in " + out);
        }
        return 0;
    }

    private long export(PartitionWalk walk, ExportRequest request, Screen screen) {
        Path folder = out.resolve(request.extent().topic().topicName());
        try (FolderLock _ = FolderLock.acquire("export folder", folder)) {
            ExportFolder files = new ExportFolder(folder);
            boolean wasComplete = files.begun().filter(Manifest::hasEnded).isPresent();
            Manifest manifest = new TopicExport(walk, request, files, screen).run();
            screen.tell(manifest.topic() + ": " + counted(manifest.rows(), "row") + " in " + folder + ", as of "
                    + manifest.begunAt() + (wasComplete ? "; complete already, nothing was written" : ""));
            return manifest.leftOut();
        } catch (IOException failed) {
            throw new CannotRun("the files in " + folder + " cannot be written or read: " + failed
                    + "; call it again to go on from here");
        }
    }

    private static String counted(long count, String one) {
        return String.format(Locale.ROOT, "%,d %s%s", count, one, count == 1 ? "" : "s");
    }
}
