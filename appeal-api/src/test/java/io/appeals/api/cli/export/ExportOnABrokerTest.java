package io.appeals.api.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.broker.EmbeddedBroker;
import io.appeals.api.broker.FolderLock;
import io.appeals.api.cli.Appeals;
import io.appeals.api.cli.EventsOnBroker;
import io.appeals.api.cli.SoundLog;
import io.appeals.schema.event.RecordedEvent;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a broker of its own, which holds the events of five appeals, some that never happened, and bytes that are no event. */
@Tag("broker")
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportOnABrokerTest {

    private static final List<RecordedEvent> EVENTS = SoundLog.seeded(7).events();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private EmbeddedBroker broker;

    @BeforeAll
    void aLog(@TempDir Path data) throws Exception {
        broker = EmbeddedBroker.start(data, 0);
        EventsOnBroker log = new EventsOnBroker(broker.bootstrapServers());
        log.abort(EVENTS);
        log.commitBytes(EVENTS.getFirst().appealId(), new byte[] {1, 2, 3});
        log.commit(EVENTS);
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    private int export(Path folder, String topic, String... more) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> arguments = new ArrayList<>(List.of(
                "export",
                "--bootstrap-servers",
                broker.bootstrapServers(),
                "--out",
                folder.toString(),
                "--topic",
                topic));
        arguments.addAll(List.of(more));
        return Appeals.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    @Test
    void whatWasCommittedIsThereOnceAndWhatIsNoEventIsNamed(@TempDir Path folder) throws SQLException {
        assertThat(export(folder, "appeals.events.v1")).isEqualTo(1);

        assertThat(DuckDb.query("select count(*), count(distinct eventId) from '" + folder + "/*/*/*.parquet'"))
                .containsExactly("60|60");
        assertThat(out.toString()).contains("left out partition ", " of appeals.events.v1: no Confluent wire format");
        assertThat(err.toString().lines())
                .containsExactly("appeals: left out 1 record that could not be decoded; all others are in " + folder);
    }

    @Test
    void theWindowIsByTheRecordsTimestamps(@TempDir Path folder) {
        String later = Instant.now().plus(Duration.ofDays(1)).toString();

        assertThat(export(folder, "appeals.events.v1", "--from", later)).isZero();
        assertThat(out.toString()).startsWith("appeals.events.v1: 0 rows in " + folder);
    }

    @Test
    void aTopicThatTheClusterDoesNotHaveIsToldInOneLine(@TempDir Path folder) {
        assertThat(export(folder, "appeals.status.v1")).isEqualTo(1);

        assertThat(err.toString().lines())
                .containsExactly("appeals: the cluster has no topic appeals.status.v1: no node has run on it yet");
    }

    @Test
    void aFolderThatAnotherExportWritesToIsToldInOneLine(@TempDir Path folder) {
        try (FolderLock _ = FolderLock.acquire(folder.resolve("appeals.events.v1"))) {
            assertThat(export(folder, "appeals.events.v1")).isEqualTo(1);
        }
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("appeals: export folder " + folder.resolve("appeals.events.v1") + " is in use by process");
    }

    @Test
    void aFolderThatCannotBeMadeIsToldInOneLine(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));

        assertThat(export(file, "appeals.events.v1")).isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("appeals: export folder " + file.resolve("appeals.events.v1") + " cannot be written");
    }

    @Test
    void otherArgumentsForTheSameFolderAreRefusedInOneLine(@TempDir Path folder) {
        export(folder, "appeals.events.v1", "--format", "csv");

        assertThat(export(folder, "appeals.events.v1")).isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("appeals: folder " + folder.resolve("appeals.events.v1") + " holds another export")
                .contains("--format csv", "--format parquet");
    }
}
