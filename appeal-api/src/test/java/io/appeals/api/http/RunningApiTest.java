package io.appeals.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appeals.api.settings.InvalidSetting;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A test's node leaves nothing behind in the machine's folder for temporary files. */
class RunningApiTest {

    @Test
    void aNodesOwnFolderGoesWithIt() {
        Path data;
        try (RunningApi api = RunningApi.start()) {
            data = api.data();
            assertThat(data).exists();
        }
        assertThat(data).doesNotExist();
    }

    @Test
    void aFolderThatATestHasNamedStays(@TempDir Path folder) {
        try (RunningApi api = RunningApi.start(Map.of("appeals.data", folder.toString()))) {
            assertThat(api.data()).isEqualTo(folder);
        }
        assertThat(folder).exists();
    }

    @Test
    void aNodeThatDoesNotStartLeavesNoFolder() {
        Set<String> before = folders();
        assertThatThrownBy(() -> RunningApi.start(Map.of("appeals.security.dev-tokens", "false")))
                .isInstanceOf(InvalidSetting.class);
        assertThat(folders()).isEqualTo(before);
    }

    private static Set<String> folders() {
        String[] found =
                new File(System.getProperty("java.io.tmpdir")).list((_, name) -> name.startsWith("appeals-test"));
        return found == null ? Set.of() : Set.of(found);
    }
}
