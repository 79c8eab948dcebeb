package io.appeals.api.cli.export;

import static io.appeals.api.cli.export.Records.MORNING;
import static io.appeals.api.cli.export.Records.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appeals.api.cli.PartitionWalk;
import io.appeals.api.cli.Screen;
import io.appeals.schema.topic.Topic;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Exports topics that are in memory into a folder, in small portions, and reads what is there then. */
final class ExportInFolder {

    static final String TOPIC_ID = "4fJ4bqMxQ8mYyI2fX6lQ0A";
    static final Duration HOUR = Duration.ofHours(1);

    /** Each partition one decision every four hours for two days. */
    static final List<ConsumerRecord<String, byte[]>> DECISIONS = IntStream.range(0, 2)
            .boxed()
            .flatMap(partition -> IntStream.range(0, 11)
                    .mapToObj(i -> decision(partition, i, MORNING.plus(HOUR.multipliedBy(4L * i)))))
            .toList();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long OFFSETS_A_PORTION = 4;

    private final Path folder;
    private final StringWriter shown = new StringWriter();

    ExportInFolder(Path folder) {
        this.folder = folder;
    }

    /** Of {@link #DECISIONS}. */
    static ExportRequest decisions() {
        return decisions(ExportFormat.NDJSON, Window.ALL);
    }

    /** With the marker of a transaction behind the last record. */
    static ExportRequest decisions(ExportFormat format, Window window) {
        return new ExportRequest(
                new TopicExtent(
                        Topic.DECISIONS,
                        TOPIC_ID,
                        List.of(new TopicExtent.Extent(0, 0, 12), new TopicExtent.Extent(1, 0, 12))),
                format,
                window);
    }

    static ExportRequest statuses(long end) {
        return new ExportRequest(
                new TopicExtent(Topic.STATUS, TOPIC_ID, List.of(new TopicExtent.Extent(0, 0, end))),
                ExportFormat.NDJSON,
                Window.ALL);
    }

    static String[] placesOf(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .map(record -> record.partition() + "@" + record.offset())
                .toArray(String[]::new);
    }

    Manifest run(TopicInMemory topic, ExportRequest request) throws IOException {
        return new TopicExport(new PartitionWalk(topic), request, new ExportFolder(folder), screen(), OFFSETS_A_PORTION)
                .run();
    }

    Manifest runInOnePortion(TopicInMemory topic, ExportRequest request) throws IOException {
        return new TopicExport(new PartitionWalk(topic), request, new ExportFolder(folder), screen()).run();
    }

    private Screen screen() {
        return new Screen(new PrintWriter(shown), false);
    }

    String shown() {
        return shown.toString();
    }

    List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    List<JsonNode> rows() throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String file : files()) {
            if (file.endsWith(".ndjson")) {
                for (String line : Files.readAllLines(folder.resolve(file))) {
                    rows.add(JSON.readTree(line));
                }
            }
        }
        return rows;
    }

    /** Where the rows are from, as partition@offset. */
    List<String> places() throws IOException {
        return rows().stream()
                .map(row -> row.at("/kafkaPartition").asText() + "@"
                        + row.at("/kafkaOffset").asText())
                .toList();
    }
}
