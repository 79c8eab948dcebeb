package io.appeals.api.cli.export;

import static io.appeals.api.cli.export.Records.MORNING;
import static io.appeals.api.cli.export.Records.decision;
import static io.appeals.api.cli.export.Records.status;
import static io.appeals.api.cli.export.Records.tombstone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appeals.api.cli.CannotRun;
import io.appeals.api.cli.PartitionWalk;
import io.appeals.api.cli.Screen;
import io.appeals.schema.topic.Topic;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The export of a topic")
class TopicExportTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOPIC_ID = "4fJ4bqMxQ8mYyI2fX6lQ0A";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final long OFFSETS_A_PORTION = 4;

    /** Each partition one decision every four hours for two days. */
    private static final List<ConsumerRecord<String, byte[]>> DECISIONS = IntStream.range(0, 2)
            .boxed()
            .flatMap(partition -> IntStream.range(0, 11)
                    .mapToObj(i -> decision(partition, i, MORNING.plus(HOUR.multipliedBy(4L * i)))))
            .toList();

    private final StringWriter shown = new StringWriter();

    @TempDir
    Path folder;

    private Manifest export(TopicInMemory topic, ExportRequest request) throws IOException {
        Screen screen = new Screen(new PrintWriter(shown), false);
        return new TopicExport(new PartitionWalk(topic), request, new ExportFolder(folder), screen, OFFSETS_A_PORTION)
                .run();
    }

    private static ExportRequest decisions() {
        return decisions(ExportFormat.NDJSON, Window.ALL);
    }

    /** With the marker of a transaction behind the last record. */
    private static ExportRequest decisions(ExportFormat format, Window window) {
        return new ExportRequest(
                new TopicExtent(
                        Topic.DECISIONS,
                        TOPIC_ID,
                        List.of(new TopicExtent.Extent(0, 0, 12), new TopicExtent.Extent(1, 0, 12))),
                format,
                window);
    }

    private static ExportRequest statuses(long end) {
        return new ExportRequest(
                new TopicExtent(Topic.STATUS, TOPIC_ID, List.of(new TopicExtent.Extent(0, 0, end))),
                ExportFormat.NDJSON,
                Window.ALL);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private List<JsonNode> rows() throws IOException {
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

    private List<String> places() throws IOException {
        return rows().stream()
                .map(row -> row.at("/kafkaPartition").asText() + "@"
                        + row.at("/kafkaOffset").asText())
                .toList();
    }

    private static String[] placesOf(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .map(record -> record.partition() + "@" + record.offset())
                .toArray(String[]::new);
    }

    @Test
    void filesAreByTheDayOfTheirRecordsAndNamedByTheFirstOfThem() throws IOException {
        Manifest manifest = export(new TopicInMemory(DECISIONS), decisions());

        assertThat(files())
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
        assertThat(places()).containsExactlyInAnyOrder(placesOf(DECISIONS));
        assertThat(manifest.rows()).isEqualTo(22);
        assertThat(manifest.hasEnded()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("momentsOfDeath")
    void killedAtAnyMomentItGoesOnWithoutGapOrRepeat(int polls) throws IOException {
        assertThatThrownBy(() -> export(new TopicInMemory(DECISIONS).killedAfter(polls), decisions()))
                .isInstanceOf(TopicInMemory.Killed.class);
        int finished = rows().size();

        Manifest manifest = export(new TopicInMemory(DECISIONS), decisions());

        assertThat(finished).isLessThan(22);
        assertThat(places()).containsExactlyInAnyOrder(placesOf(DECISIONS));
        assertThat(files()).noneMatch(file -> file.contains("unfinished"));
        assertThat(manifest.rows()).isEqualTo(22);
    }

    static IntStream momentsOfDeath() {
        return IntStream.range(0, 12);
    }

    @Test
    void killedBetweenTheFilesAndTheManifestItDoesNotWriteThemTwice() throws IOException {
        assertThatThrownBy(() -> export(new TopicInMemory(DECISIONS).killedAfter(5), decisions()))
                .isInstanceOf(TopicInMemory.Killed.class);
        Path before = Files.copy(folder.resolve("_export.json"), folder.resolve("before.json"));
        export(new TopicInMemory(DECISIONS), decisions());
        Files.move(before, folder.resolve("_export.json"), StandardCopyOption.REPLACE_EXISTING);

        export(new TopicInMemory(DECISIONS), decisions());

        assertThat(places()).containsExactlyInAnyOrder(placesOf(DECISIONS));
    }

    @Test
    void whatWasFinishedBeforeItWasKilledIsNotWrittenAgain() throws IOException {
        assertThatThrownBy(() -> export(new TopicInMemory(DECISIONS).killedAfter(4), decisions()))
                .isInstanceOf(TopicInMemory.Killed.class);
        Path first = folder.resolve("date=2026-11-24/part-0-0.ndjson");
        String marked = Files.readString(first).replace("S-1", "S-2");
        Files.writeString(first, marked);

        export(new TopicInMemory(DECISIONS), decisions());

        assertThat(first).hasContent(marked);
    }

    @Test
    void aCompleteExportIsLeftAsItIs() throws IOException {
        export(new TopicInMemory(DECISIONS), decisions());
        List<ConsumerRecord<String, byte[]>> more = new ArrayList<>(DECISIONS);
        more.add(decision(0, 12, MORNING));

        assertThat(export(new TopicInMemory(more), decisions()).rows()).isEqualTo(22);
        assertThat(places()).hasSize(22);
    }

    @ParameterizedTest
    @EnumSource
    void aCompleteExportThatLacksAFileSaysWhichAndWhatToDo(ExportFormat format) throws IOException {
        export(new TopicInMemory(DECISIONS), decisions(format, Window.ALL));
        Path lost = folder.resolve("date=2026-11-25").resolve("part-0-8." + format.suffix());
        Files.delete(lost);

        assertThatThrownBy(() -> export(new TopicInMemory(DECISIONS), decisions(format, Window.ALL)))
                .isInstanceOf(CannotRun.class)
                .hasMessage("file " + lost + " of this export is missing: remove folder " + folder
                        + " to have it written anew, or name another --out");
    }

    @Test
    void aFileOfAnotherSizeThanItWasWrittenWithIsNamed() throws IOException {
        export(new TopicInMemory(DECISIONS), decisions());
        Path cut = folder.resolve("date=2026-11-24/part-1-0.ndjson");
        long bytes = Files.size(cut);
        Files.writeString(cut, "half a row");

        assertThatThrownBy(() -> export(new TopicInMemory(DECISIONS), decisions()))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("file " + cut + " of this export has 10 bytes and was written with " + bytes);
    }

    @Test
    void anInterruptedExportThatLacksAFileDoesNotGoOn() throws IOException {
        assertThatThrownBy(() -> export(new TopicInMemory(DECISIONS).killedAfter(5), decisions()))
                .isInstanceOf(TopicInMemory.Killed.class);
        Files.delete(folder.resolve("date=2026-11-24/part-0-0.ndjson"));
        List<String> left = files();

        assertThatThrownBy(() -> export(new TopicInMemory(DECISIONS), decisions()))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("part-0-0.ndjson of this export is missing");
        assertThat(files()).isEqualTo(left);
    }

    @Test
    void anExportOfBeforeItsFilesWereCountedIsLeftAsItIs() throws IOException {
        export(new TopicInMemory(DECISIONS), decisions());
        Path manifest = folder.resolve("_export.json");
        ObjectNode former = (ObjectNode) JSON.readTree(manifest.toFile());
        former.at("/partitions").forEach(partition -> ((ObjectNode) partition).remove("files"));
        JSON.writeValue(manifest.toFile(), former);

        assertThat(export(new TopicInMemory(DECISIONS), decisions()).rows()).isEqualTo(22);
    }

    @Test
    void theWindowBeginsWithItsFirstMomentAndEndsBeforeItsLast() throws IOException {
        Instant from = MORNING.plus(HOUR.multipliedBy(8));

        export(
                new TopicInMemory(DECISIONS),
                decisions(ExportFormat.NDJSON, new Window(from, from.plus(HOUR.multipliedBy(8)))));

        assertThat(places()).containsExactlyInAnyOrder("0@2", "0@3", "1@2", "1@3");
    }

    @Test
    void recordsOutOfOrderInTimeAreInTheirDaysAll() throws IOException {
        List<ConsumerRecord<String, byte[]>> records = IntStream.range(0, 60)
                .mapToObj(i -> decision(0, i, MORNING.plus(Duration.ofDays(i * 7 % 20))))
                .toList();

        new TopicExport(
                        new PartitionWalk(new TopicInMemory(records)),
                        new ExportRequest(
                                new TopicExtent(Topic.DECISIONS, TOPIC_ID, List.of(new TopicExtent.Extent(0, 0, 60))),
                                ExportFormat.NDJSON,
                                Window.ALL),
                        new ExportFolder(folder),
                        new Screen(new PrintWriter(shown), false))
                .run();

        assertThat(places()).containsExactlyInAnyOrder(placesOf(records));
        for (String file : files()) {
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
    void ofACompactedTopicItIsTheNewestRowOfEachKeyAndNoneOfADeletedOne() throws IOException {
        TopicInMemory topic = new TopicInMemory(List.of(
                status("a", 1, 0, MORNING),
                status("b", 1, 1, MORNING),
                status("a", 2, 2, MORNING),
                status("c", 1, 3, MORNING),
                tombstone("c", 4, MORNING),
                status("a", 3, 5, MORNING)));

        export(topic, statuses(6));

        assertThat(places()).containsExactly("0@1", "0@5");
    }

    @Test
    void aRowThatWasReplacedIsNotThereAlsoWhereItsSuccessorIsBehindTheWindow() throws IOException {
        TopicInMemory topic = new TopicInMemory(
                List.of(status("a", 1, 0, MORNING), status("b", 1, 1, MORNING), status("a", 2, 2, MORNING.plus(HOUR))));
        TopicExtent extent = statuses(3).extent();

        export(topic, new ExportRequest(extent, ExportFormat.NDJSON, new Window(null, MORNING.plus(HOUR))));

        assertThat(places()).containsExactly("0@1");
    }

    @Test
    void anInterruptedExportOfACompactedTopicIsAsOfTheRunThatEndsIt() throws IOException {
        TopicInMemory topic = new TopicInMemory(List.of(status("a", 1, 0, MORNING), status("b", 1, 1, MORNING)));
        assertThatThrownBy(() -> export(topic.killedAfter(3), statuses(3))).isInstanceOf(TopicInMemory.Killed.class);
        assertThat(files()).contains("date=2026-11-24/.part-0-0.ndjson.unfinished");

        // Meanwhile the row of version 1 was replaced, and compacted away.
        export(new TopicInMemory(List.of(status("b", 1, 1, MORNING), status("a", 2, 3, MORNING))), statuses(5));

        assertThat(places()).containsExactly("0@1", "0@3");
        assertThat(files()).noneMatch(file -> file.contains("unfinished"));
    }

    @Test
    void filesThatDoNotCountYetGoBeforeTheirPartitionIsReadAnew() throws IOException {
        List<ConsumerRecord<String, byte[]>> before = List.of(status("a", 1, 0, MORNING), status("b", 1, 1, MORNING));
        assertThatThrownBy(() -> export(new TopicInMemory(before).killedAfter(0), statuses(2)))
                .isInstanceOf(TopicInMemory.Killed.class);
        Path begun = Files.copy(folder.resolve("_export.json"), folder.resolve("begun.json"));
        export(new TopicInMemory(before), statuses(2));
        Files.move(begun, folder.resolve("_export.json"), StandardCopyOption.REPLACE_EXISTING);

        export(new TopicInMemory(List.of(status("b", 1, 1, MORNING), status("a", 2, 2, MORNING))), statuses(3));

        assertThat(places()).containsExactly("0@1", "0@2");
    }

    @Test
    void rowsThatAreCompactedAwayWhileTheyAreReadAreReadAnew() throws IOException {
        TopicInMemory topic = new TopicInMemory(List.of(status("a", 1, 0, MORNING), status("b", 1, 1, MORNING)));
        assertThatThrownBy(() -> export(topic.compactedAfter(1), statuses(2)))
                .isInstanceOf(CannotRun.class)
                .hasMessage("rows of appeals.status.v1-0 were replaced and compacted away while they were read: call it"
                        + " again to read that partition anew");

        export(new TopicInMemory(List.of(status("b", 1, 1, MORNING), status("a", 2, 2, MORNING))), statuses(3));

        assertThat(places()).containsExactly("0@1", "0@2");
    }

    @Test
    void whatCannotBeDecodedIsLeftOutAndNamed() throws IOException {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(DECISIONS);
        records.set(3, Records.of(Topic.DECISIONS, 0, 3, MORNING, "a-0", new byte[] {1, 2, 3}));

        Manifest manifest = export(new TopicInMemory(records), decisions());

        assertThat(manifest.leftOut()).isEqualTo(1);
        assertThat(places()).hasSize(21).doesNotContain("0@3");
        assertThat(shown.toString())
                .contains("left out partition 0 offset 3 of appeals.decisions.v1: no Confluent wire format");
    }

    @Test
    void anotherFormatInTheSameFolderIsRefused() throws IOException {
        export(new TopicInMemory(DECISIONS), decisions());

        assertThatThrownBy(() -> export(new TopicInMemory(DECISIONS), decisions(ExportFormat.CSV, Window.ALL)))
                .isInstanceOf(CannotRun.class)
                .hasMessage("folder " + folder + " holds another export (it was begun with --format ndjson, and this is"
                        + " with --format csv): name another --out, or remove the folder");
    }

    @Test
    void anotherWindowInTheSameFolderIsRefused() throws IOException {
        export(new TopicInMemory(DECISIONS), decisions());

        assertThatThrownBy(() ->
                        export(new TopicInMemory(DECISIONS), decisions(ExportFormat.NDJSON, new Window(MORNING, null))))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("begun without --from, and this is with --from 2026-11-24T08:00:00Z");
    }

    @Test
    void aTopicOfTheSameNameElsewhereIsRefused() throws IOException {
        export(new TopicInMemory(DECISIONS), decisions());
        ExportRequest elsewhere = new ExportRequest(
                new TopicExtent(Topic.DECISIONS, "AnotherOneElsewhere000", List.of()), ExportFormat.NDJSON, Window.ALL);

        assertThatThrownBy(() -> export(new TopicInMemory(DECISIONS), elsewhere))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("another cluster's topic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"topic\": 1", "{\"rows\": 3}"})
    void aManifestThatIsNoneIsRefused(String content) throws IOException {
        Files.writeString(folder.resolve("_export.json"), content);

        assertThatThrownBy(() -> export(new TopicInMemory(DECISIONS), decisions()))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("_export.json is not what an export keeps there");
    }

    @Test
    void filesOfAnUnknownExportAreRefused() throws IOException {
        Files.createDirectory(folder.resolve("date=2026-11-24"));

        assertThatThrownBy(() -> export(new TopicInMemory(DECISIONS), decisions()))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("holds files and no _export.json");
    }
}
