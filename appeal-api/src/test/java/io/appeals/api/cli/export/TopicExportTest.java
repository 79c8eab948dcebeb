package io.appeals.api.cli.export;

import static io.appeals.api.cli.export.ExportInFolder.DECISIONS;
import static io.appeals.api.cli.export.ExportInFolder.HOUR;
import static io.appeals.api.cli.export.ExportInFolder.TOPIC_ID;
import static io.appeals.api.cli.export.ExportInFolder.decisions;
import static io.appeals.api.cli.export.ExportInFolder.placesOf;
import static io.appeals.api.cli.export.ExportInFolder.statuses;
import static io.appeals.api.cli.export.Records.MORNING;
import static io.appeals.api.cli.export.Records.decision;
import static io.appeals.api.cli.export.Records.status;
import static io.appeals.api.cli.export.Records.tombstone;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.appeals.schema.topic.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The export of a topic")
class TopicExportTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private ExportInFolder export;

    @BeforeEach
    void intoTheFolder() {
        export = new ExportInFolder(folder);
    }

    @Test
    void filesAreByTheDayOfTheirRecordsAndNamedByTheFirstOfThem() throws IOException {
        Manifest manifest = export.run(new TopicInMemory(DECISIONS), decisions());

        assertThat(export.files())
                .containsExactly(
                        "_export.json",
                        "date=2026-11-24/part-0-0.ndjson",
                        "date=2026-11-24/part-1-0.ndjson",
                        "date=2026-11-25/part-0-4.ndjson",
                        "date=2026-11-25/part-0-8.ndjson",
                        "date=2026-11-25/part-1-4.ndjson",
                        "date=2026-11-25/part-1-8.ndjson",
                        "date=2026-11-26/part-0-10.ndjson",
                        "date=2026-11-26/part-1-10.ndjson");
        assertThat(export.places()).containsExactlyInAnyOrder(placesOf(DECISIONS));
        assertThat(manifest.rows()).isEqualTo(22);
        assertThat(manifest.hasEnded()).isTrue();
    }

    @Test
    void theWindowBeginsWithItsFirstMomentAndEndsBeforeItsLast() throws IOException {
        Instant from = MORNING.plus(HOUR.multipliedBy(8));

        export.run(
                new TopicInMemory(DECISIONS),
                decisions(ExportFormat.NDJSON, new Window(from, from.plus(HOUR.multipliedBy(8)))));

        assertThat(export.places()).containsExactlyInAnyOrder("0@2", "0@3", "1@2", "1@3");
    }

    @Test
    void recordsOutOfOrderInTimeAreInTheirDaysAll() throws IOException {
        List<ConsumerRecord<String, byte[]>> records = IntStream.range(0, 60)
                .mapToObj(i -> decision(0, i, MORNING.plus(Duration.ofDays(i * 7 % 20))))
                .toList();

        export.runInOnePortion(
                new TopicInMemory(records),
                new ExportRequest(
                        new TopicExtent(Topic.DECISIONS, TOPIC_ID, List.of(new TopicExtent.Extent(0, 0, 60))),
                        ExportFormat.NDJSON,
                        Window.ALL));

        assertThat(export.places()).containsExactlyInAnyOrder(placesOf(records));
        for (String file : export.files()) {
            if (file.endsWith(".ndjson")) {
                String day = file.substring("date=".length(), "date=2026-11-24".length());
                assertThat(Files.readAllLines(folder.resolve(file)))
                        .allSatisfy(line -> assertThat(JSON.readTree(line)
                                        .at("/kafkaTimestamp")
                                        .asText())
                                .startsWith(day));
            }
        }
    }

    @Test
    void whatCannotBeDecodedIsLeftOutAndNamed() throws IOException {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(DECISIONS);
        records.set(3, Records.of(Topic.DECISIONS, 0, 3, MORNING, "a-0", new byte[] {1, 2, 3}));

        Manifest manifest = export.run(new TopicInMemory(records), decisions());

        assertThat(manifest.leftOut()).isEqualTo(1);
        assertThat(export.places()).hasSize(21).doesNotContain("0@3");
        assertThat(export.shown())
                .contains("left out partition 0 offset 3 of appeals.decisions.v1: no Confluent wire format");
    }

    @Test
    void ofACompactedTopicItIsTheNewestRowOfEachKeyAndNoneOfADeletedOne() throws IOException {
        TopicInMemory topic = new TopicInMemory(List.of(
                status("a", 1, 0, MORNING),
                status("b", 1, 1, MORNING),
                status("a", 2, 2, MORNING),
                status("c", 1, 3, MORNING),
                tombstone("c", 4, MORNING),
                status("a", 3, 5, MORNING)));

        export.run(topic, statuses(6));

        assertThat(export.places()).containsExactly("0@1", "0@5");
    }

    @Test
    void aRowThatWasReplacedIsNotThereAlsoWhereItsSuccessorIsBehindTheWindow() throws IOException {
        TopicInMemory topic = new TopicInMemory(
                List.of(status("a", 1, 0, MORNING), status("b", 1, 1, MORNING), status("a", 2, 2, MORNING.plus(HOUR))));
        TopicExtent extent = statuses(3).extent();

        export.run(topic, new ExportRequest(extent, ExportFormat.NDJSON, new Window(null, MORNING.plus(HOUR))));

        assertThat(export.places()).containsExactly("0@1");
    }
}
