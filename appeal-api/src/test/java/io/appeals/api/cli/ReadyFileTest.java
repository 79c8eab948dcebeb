package io.appeals.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadyFileTest {
    @TempDir
    Path folder;

    @Test
    void itSaysWhereTheNodeIsAndLeavesNothingElseBehind() throws Exception {
        new ReadyFile(folder.resolve("ready.json"))
                .write(new ReadyFile.Content("http://127.0.0.1:8080", "127.0.0.1:9092", 42));

        assertThat(folder.resolve("ready.json"))
                .content()
                .isEqualToIgnoringNewLines(
                        "{\"apiUrl\":\"http://127.0.0.1:8080\",\"bootstrapServers\":\"127.0.0.1:9092\",\"pid\":42}");
        assertThat(folder).isDirectoryContaining(path -> true).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void whatAnEarlierNodeLeftIsRemovedFirst() throws Exception {
        Path file = Files.writeString(folder.resolve("ready.json"), "old");

        new ReadyFile(file).clear();

        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() {
        Path file = folder.resolve("no-such-folder").resolve("ready.json");

        assertThatThrownBy(() -> new ReadyFile(file).write(new ReadyFile.Content("a", "b", 1)))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining(file.toString());
    }
}
