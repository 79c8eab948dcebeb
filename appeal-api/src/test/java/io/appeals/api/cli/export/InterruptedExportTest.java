package io.appeals.api.cli.export;

import static io.appeals.api.cli.export.ExportInFolder.DECISIONS;
import static io.appeals.api.cli.export.ExportInFolder.decisions;
import static io.appeals.api.cli.export.ExportInFolder.placesOf;
import static io.appeals.api.cli.export.ExportInFolder.statuses;
import static io.appeals.api.cli.export.Records.MORNING;
import static io.appeals.api.cli.export.Records.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appeals.api.cli.CannotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An export that was interrupted")
class InterruptedExportTest {

    @TempDir
    Path folder;

    private ExportInFolder export;

    @BeforeEach
    void intoTheFolder() {
        export = new ExportInFolder(folder);
    }

    @ParameterizedTest
    @MethodSource("momentsOfDeath")
    void killedAtAnyMomentItGoesOnWithoutGapOrRepeat(int polls) throws IOException {
        assertThatThrownBy(() -> export.run(new TopicInMemory(DECISIONS).killedAfter(polls), decisions()))
                .isInstanceOf(TopicInMemory.Killed.class);
        int finished = export.rows().size();

        Manifest manifest = export.run(new TopicInMemory(DECISIONS), decisions());

        assertThat(finished).isLessThan(22);
        assertThat(export.places()).containsExactlyInAnyOrder(placesOf(DECISIONS));
        assertThat(export.files()).noneMatch(file -> file.contains("unfinished"));
        assertThat(manifest.rows()).isEqualTo(22);
    }

    static IntStream momentsOfDeath() {
        return IntStream.range(0, 12);
    }

    @Test
    void killedBetweenTheFilesAndTheManifestItDoesNotWriteThemTwice() throws IOException {
        assertThatThrownBy(() -> export.run(new TopicInMemory(DECISIONS).killedAfter(5), decisions()))
                .isInstanceOf(TopicInMemory.Killed.class);
        Path before = Files.copy(folder.resolve("_export.json"), folder.resolve("before.json"));
        export.run(new TopicInMemory(DECISIONS), decisions());
        Files.move(before, folder.resolve("_export.json"), StandardCopyOption.REPLACE_EXISTING);

        export.run(new TopicInMemory(DECISIONS), decisions());

        assertThat(export.places()).containsExactlyInAnyOrder(placesOf(DECISIONS));
    }

    @Test
    void whatWasFinishedBeforeItWasKilledIsNotWrittenAgain() throws IOException {
        assertThatThrownBy(() -> export.run(new TopicInMemory(DECISIONS).killedAfter(4), decisions()))
                .isInstanceOf(TopicInMemory.Killed.class);
        Path first = folder.resolve("date=2026-11-24/part-0-0.ndjson");
        String marked = Files.readString(first).replace("S-1", "S-2");
        Files.writeString(first, marked);

        export.run(new TopicInMemory(DECISIONS), decisions());

        assertThat(first).hasContent(marked);
    }

    @Test
    void anInterruptedExportOfACompactedTopicIsAsOfTheRunThatEndsIt() throws IOException {
        TopicInMemory topic = new TopicInMemory(List.of(status("a", 1, 0, MORNING), status("b", 1, 1, MORNING)));
        assertThatThrownBy(() -> export.run(topic.killedAfter(3), statuses(3)))
                .isInstanceOf(TopicInMemory.Killed.class);
        assertThat(export.files()).contains("date=2026-11-24/.part-0-0.ndjson.unfinished");

        // Meanwhile the row of version 1 was replaced, and compacted away.
        export.run(new TopicInMemory(List.of(status("b", 1, 1, MORNING), status("a", 2, 3, MORNING))), statuses(5));

        assertThat(export.places()).containsExactly("0@1", "0@3");
        assertThat(export.files()).noneMatch(file -> file.contains("unfinished"));
    }

    @Test
    void filesThatDoNotCountYetGoBeforeTheirPartitionIsReadAnew() throws IOException {
        List<ConsumerRecord<String, byte[]>> before = List.of(status("a", 1, 0, MORNING), status("b", 1, 1, MORNING));
        assertThatThrownBy(() -> export.run(new TopicInMemory(before).killedAfter(0), statuses(2)))
                .isInstanceOf(TopicInMemory.Killed.class);
        Path begun = Files.copy(folder.resolve("_export.json"), folder.resolve("begun.json"));
        export.run(new TopicInMemory(before), statuses(2));
        Files.move(begun, folder.resolve("_export.json"), StandardCopyOption.REPLACE_EXISTING);

        export.run(new TopicInMemory(List.of(status("b", 1, 1, MORNING), status("a", 2, 2, MORNING))), statuses(3));

        assertThat(export.places()).containsExactly("0@1", "0@2");
    }

    @Test
    void rowsThatAreCompactedAwayWhileTheyAreReadAreReadAnew() throws IOException {
        TopicInMemory topic = new TopicInMemory(List.of(status("a", 1, 0, MORNING), status("b", 1, 1, MORNING)));
        assertThatThrownBy(() -> export.run(topic.compactedAfter(1), statuses(2)))
                .isInstanceOf(CannotRun.class)
                .hasMessage("rows of appeals.status.v1-0 were replaced and compacted away while they were read: call it"
                        + " again to read that partition anew");

        export.run(new TopicInMemory(List.of(status("b", 1, 1, MORNING), status("a", 2, 2, MORNING))), statuses(3));

        assertThat(export.places()).containsExactly("0@1", "0@2");
    }
}
