package io.appeals.api.analysts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appeals.api.cli.Appeals;
import io.appeals.api.cli.export.DuckDb;
import io.appeals.api.http.Casework;
import io.appeals.api.http.SmallCluster;
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
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Tag("broker")
@DisplayName("DuckDB over an export, as docs/analysts/duckdb.md has it")
class DuckDbReaderTest {

    private static final int ATTEMPTS = 10;

    @RegisterExtension
    static final SmallCluster cluster = new SmallCluster();

    @TempDir
    Path folder;

    @Test
    void countsTheAppealsByOutcomeAndTheirTimesAsTheApiDoes() throws IOException, SQLException {
        Casework.opened(cluster.api());
        Casework.submitted(cluster.api());
        Casework.decided(cluster.api());
        Casework.decided(cluster.api());
        Casework.decidedByPanel(cluster.api());
        Casework.externallyReviewed(cluster.api())
                .by(
                        "platform",
                        "/external-outcome",
                        "{\"outcome\": \"OVERTURNED\", \"reasons\": \"The invoices are genuine.\"}");
        List<String> expected = asTheApiHasIt();
        assertThat(expected).hasSize(2);

        // Rows are published some tens of milliseconds after the API shows them.
        List<String> counted = List.of();
        for (int i = 0; i < ATTEMPTS && !counted.equals(expected); i++) {
            Path out = folder.resolve("attempt-" + i);
            export(out, "--format", "parquet");
            counted = DuckDb.query(outcomes(out));
        }

        assertThat(counted).isEqualTo(expected);
        everyEventIsThereOnceInEveryFormat();
    }

    private void everyEventIsThereOnceInEveryFormat() throws SQLException {
        String events = "select count(*), count(distinct eventId), count(distinct appealId) from ";
        Path parquet = folder.resolve("parquet");
        export(parquet, "--topic", "appeals.events.v1", "--format", "parquet");
        List<String> counted = DuckDb.query(events + "'" + parquet + "/*/*/*.parquet'");
        assertThat(counted).singleElement().asString().endsWith("|6");

        Path csv = folder.resolve("csv");
        export(csv, "--topic", "appeals.events.v1", "--format", "csv");
        assertThat(DuckDb.query(events + "'" + csv + "/*/*/*.csv'")).isEqualTo(counted);

        Path ndjson = folder.resolve("ndjson");
        export(ndjson, "--topic", "appeals.events.v1", "--format", "ndjson");
        assertThat(DuckDb.query(events + "read_json('" + ndjson + "/*/*/*.ndjson')"))
                .isEqualTo(counted);
    }

    private static void export(Path out, String... more) {
        StringWriter told = new StringWriter();
        List<String> arguments = new ArrayList<>(
                List.of("export", "--bootstrap-servers", cluster.bootstrapServers(), "--out", out.toString()));
        arguments.addAll(List.of(more));
        int code = Appeals.commandLine()
                .setOut(new PrintWriter(told, true))
                .setErr(new PrintWriter(told, true))
                .execute(arguments.toArray(String[]::new));
        assertThat(code).as(told.toString()).isZero();
    }

    /** The query of the page, over that folder. */
    private static String outcomes(Path out) throws IOException {
        return Files.readString(Path.of("..", "docs", "analysts", "duckdb", "outcomes.sql"))
                .replace("'export/", "'" + out + "/");
    }

    private static List<String> asTheApiHasIt() {
        Map<String, List<Long>> millis = new TreeMap<>();
        JsonNode items = cluster.api()
                .with("analyst", "ana")
                .get("/v1/appeals?limit=200")
                .isOk()
                .json()
                .at("/items");
        for (JsonNode item : items) {
            if (item.has("outcome")) {
                Duration taken =
                        Duration.between(time(item, "/milestones/submittedAt"), time(item, "/milestones/decidedAt"));
                millis.computeIfAbsent(item.at("/outcome").asText(), any -> new ArrayList<>())
                        .add(taken.toMillis());
            }
        }
        return millis.entrySet().stream()
                .map(each -> each.getKey() + "|" + each.getValue().size() + "|" + median(each.getValue()))
                .toList();
    }

    private static Instant time(JsonNode item, String pointer) {
        return Instant.parse(item.at(pointer).asText());
    }

    private static long median(List<Long> values) {
        assertThat(values.size() % 2).as("an odd number has one in the middle").isEqualTo(1);
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
