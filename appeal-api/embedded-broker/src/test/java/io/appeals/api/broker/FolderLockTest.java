package io.appeals.api.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    Path folder;

    @Test
    void aFolderIsForOneUserAtATime() {
        try (FolderLock held = FolderLock.acquire(folder)) {
            assertThatThrownBy(() -> FolderLock.acquire(folder))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessageContaining(
                            "in use by process " + ProcessHandle.current().pid());
        }

        assertThatCode(() -> FolderLock.acquire(folder).close()).doesNotThrowAnyException();
    }

    @Test
    void aRefusalCallsTheFolderWhatItIs() {
        try (FolderLock _ = FolderLock.acquire("export folder", folder)) {
            assertThatThrownBy(() -> FolderLock.acquire("export folder", folder))
                    .hasMessageStartingWith("export folder " + folder + " is in use");
            assertThatThrownBy(() -> FolderLock.acquire(folder))
                    .hasMessageStartingWith("data folder " + folder + " is in use");
        }
    }

    @Test
    void aFolderThatIsMissingIsCreated() {
        Path missing = folder.resolve("a").resolve("b");

        FolderLock.acquire(missing).close();

        assertThat(missing).isDirectory();
    }

    @Test
    void aFolderThatCannotBeMadeIsRefusedByName() throws Exception {
        Path file = Files.createFile(folder.resolve("a-file"));

        assertThatThrownBy(() -> FolderLock.acquire(file.resolve("data")))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageContaining("a-file")
                .hasMessageContaining("cannot be written");
    }
}
