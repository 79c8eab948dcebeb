package io.appeals.api.cli.export;

import static io.appeals.api.cli.export.ExportInFolder.DECISIONS;
import static io.appeals.api.cli.export.ExportInFolder.decisions;
import static io.appeals.api.cli.export.Records.MORNING;
import static io.appeals.api.cli.export.Records.decision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appeals.api.cli.CannotRun;
import io.appeals.schema.topic.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The folder of an export")
class ExportFolderTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private ExportInFolder export;

    @BeforeEach
    void intoTheFolder() {
        export = new ExportInFolder(folder);
    }

    @Test
    void aCompleteExportIsLeftAsItIs() throws IOException {
        export.run(new TopicInMemory(DECISIONS), decisions());
        List<ConsumerRecord<String, byte[]>> more = new ArrayList<>(DECISIONS);
        more.add(decision(0, 12, MORNING));

        assertThat(export.run(new TopicInMemory(more), decisions()).rows()).isEqualTo(22);
        assertThat(export.places()).hasSize(22);
    }

    @ParameterizedTest
    @EnumSource
    void aCompleteExportThatLacksAFileSaysWhichAndWhatToDo(ExportFormat format) throws IOException {
        export.run(new TopicInMemory(DECISIONS), decisions(format, Window.ALL));
        Path lost = folder.resolve("date=2026-11-25").resolve("part-0-8." + format.suffix());
        Files.delete(lost);

        assertThatThrownBy(() -> export.run(new TopicInMemory(DECISIONS), decisions(format, Window.ALL)))
                .isInstanceOf(CannotRun.class)
                .hasMessage("file " + lost + " of this export is missing: remove folder " + folder
                        + " to have it written anew, or name another --out");
    }

    @Test
    void aFileOfAnotherSizeThanItWasWrittenWithIsNamed() throws IOException {
        export.run(new TopicInMemory(DECISIONS), decisions());
        Path cut = folder.resolve("date=2026-11-24/part-1-0.ndjson");
        long bytes = Files.size(cut);
        Files.writeString(cut, "half a row");

        assertThatThrownBy(() -> export.run(new TopicInMemory(DECISIONS), decisions()))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("file " + cut + " of this export has 10 bytes and was written with " + bytes);
    }

    @Test
    void anInterruptedExportThatLacksAFileDoesNotGoOn() throws IOException {
        assertThatThrownBy(() -> export.run(new TopicInMemory(DECISIONS).killedAfter(5), decisions()))
                .isInstanceOf(TopicInMemory.Killed.class);
        Files.delete(folder.resolve("date=2026-11-24/part-0-0.ndjson"));
        List<String> left = export.files();

        assertThatThrownBy(() -> export.run(new TopicInMemory(DECISIONS), decisions()))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("part-0-0.ndjson of this export is missing");
        assertThat(export.files()).isEqualTo(left);
    }

    @Test
    void anExportOfBeforeItsFilesWereCountedIsLeftAsItIs() throws IOException {
        export.run(new TopicInMemory(DECISIONS), decisions());
        Path manifest = folder.resolve("_export.json");
        ObjectNode former = (ObjectNode) JSON.readTree(manifest.toFile());
        former.at("/partitions").forEach(partition -> ((ObjectNode) partition).remove("files"));
        JSON.writeValue(manifest.toFile(), former);

        assertThat(export.run(new TopicInMemory(DECISIONS), decisions()).rows()).isEqualTo(22);
    }

    @Test
    void anotherFormatInTheSameFolderIsRefused() throws IOException {
        export.run(new TopicInMemory(DECISIONS), decisions());

        assertThatThrownBy(() -> export.run(new TopicInMemory(DECISIONS), decisions(ExportFormat.CSV, Window.ALL)))
                .isInstanceOf(CannotRun.class)
                .hasMessage("folder " + folder + " holds another export (it was begun with --format ndjson, and this is"
                        + " with --format csv): name another --out, or remove the folder");
    }

    @Test
    void anotherWindowInTheSameFolderIsRefused() throws IOException {
        export.run(new TopicInMemory(DECISIONS), decisions());

        assertThatThrownBy(() -> export.run(
                        new TopicInMemory(DECISIONS), decisions(ExportFormat.NDJSON, new Window(MORNING, null))))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("begun without --from, and this is with --from 2026-11-24T08:00:00Z");
    }

    @Test
    void aTopicOfTheSameNameElsewhereIsRefused() throws IOException {
        export.run(new TopicInMemory(DECISIONS), decisions());
        ExportRequest elsewhere = new ExportRequest(
                new TopicExtent(Topic.DECISIONS, "AnotherOneElsewhere000", List.of()), ExportFormat.NDJSON, Window.ALL);

        assertThatThrownBy(() -> export.run(new TopicInMemory(DECISIONS), elsewhere))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("another cluster's topic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"topic\": 1", "{\"rows\": 3}"})
    void aManifestThatIsNoneIsRefused(String content) throws IOException {
        Files.writeString(folder.resolve("_export.json"), content);

        assertThatThrownBy(() -> export.run(new TopicInMemory(DECISIONS), decisions()))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("_export.json is not what an export keeps there");
    }

    @Test
    void filesOfAnUnknownExportAreRefused() throws IOException {
        Files.createDirectory(folder.resolve("date=2026-11-24"));

        assertThatThrownBy(() -> export.run(new TopicInMemory(DECISIONS), decisions()))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("holds files and no _export.json");
    }
}
