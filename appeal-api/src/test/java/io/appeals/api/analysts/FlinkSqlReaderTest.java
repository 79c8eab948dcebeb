package io.appeals.api.analysts;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.analysts.ApiFigures.RunningClocks;
import io.appeals.api.http.Casework;
import io.appeals.api.http.SmallCluster;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("broker")
@DisplayName("Flink SQL, as docs/analysts/flink.md has it")
class FlinkSqlReaderTest {

    private static final int SECONDS_TO_RUN = 150;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** With policies by which an answer that is overdue has no consequence, so that its clock runs on. */
    @RegisterExtension
    static final SmallCluster cluster = new SmallCluster(
            Map.of("appeals.sla.policies", "src/test/resources/io/appeals/api/analysts/sla-policies.yaml"));

    private final ApiFigures api = ApiFigures.of(cluster.api());

    @Test
    void countsAppealsByOutcomeAndRunningClocksByCategoryAsTheApiDoes() throws IOException, InterruptedException {
        JavaProgram flink = JavaProgram.laidOut("flink");
        DecidedCases.happenAt(cluster.api());
        aSellerIsLate();
        Counted expected = new Counted(api.appealsByOutcome(), api.runningClocks());
        assertThat(expected.appeals()).containsKeys("UPHELD", "OVERTURNED", ApiFigures.NO_OUTCOME);
        assertThat(expected.clocks()).anyMatch(clocks -> clocks.nextBreach() != null);

        Counted counted = by(flink);
        if (!counted.equals(expected)) {
            // Rows are published some tens of milliseconds after the API shows them.
            counted = by(flink);
        }

        assertThat(counted).isEqualTo(expected);
    }

    private void aSellerIsLate() throws InterruptedException {
        Casework.underReview(cluster.api()).by("reviewer", "/information-requests", """
                        {"requestId": "r-1", "from": "SELLER", "message": "Page 2, please.", "dueAt": "%s",
                         "items": [{"kind": "PURCHASE_INVOICE", "requirementLevel": "REQUIRED"}]}
                        """.formatted(
                        Instant.now().plusSeconds(1)));
        Instant deadline = Instant.now().plus(PATIENCE);
        while (api.runningClocks().stream().noneMatch(clocks -> clocks.overdue() > 0)) {
            assertThat(Instant.now()).as("overdue in time").isBefore(deadline);
            Thread.sleep(100);
        }
    }

    private record Counted(Map<String, Integer> appeals, Set<RunningClocks> clocks) {}

    private static Counted by(JavaProgram flink) throws IOException, InterruptedException {
        String sql = flink.addressed(
                "outcomes.sql",
                Map.of(
                        "localhost:9092",
                        cluster.bootstrapServers(),
                        "http://localhost:8080/schema-registry",
                        cluster.api().uri().resolve("/schema-registry").toString()));
        String printed = flink.run(
                SECONDS_TO_RUN,
                List.of("org.apache.flink.table.client.SqlClient", "-hist", "target/history.txt", "-f", sql));
        List<List<Map<String, String>>> tables = PrintedTables.in(printed);
        assertThat(tables).as("tables in what was printed:%n%s", printed).hasSize(2);
        return new Counted(outcomes(tables.getFirst()), clocks(tables.getLast()));
    }

    private static Map<String, Integer> outcomes(List<Map<String, String>> rows) {
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> valueOf(row, "outcome"), row -> Integer.valueOf(valueOf(row, "appeals"))));
    }

    private static Set<RunningClocks> clocks(List<Map<String, String>> rows) {
        return rows.stream()
                .map(row -> new RunningClocks(
                        valueOf(row, "category"),
                        valueOf(row, "metric"),
                        Integer.parseInt(valueOf(row, "ticking")),
                        Integer.parseInt(valueOf(row, "overdue")),
                        momentOf(row, "nextBreach")))
                .collect(Collectors.toSet());
    }

    private static @Nullable Instant momentOf(Map<String, String> row, String name) {
        String utc = valueOf(row, name).replace(' ', 'T');
        return utc.isEmpty() ? null : LocalDateTime.parse(utc).toInstant(ZoneOffset.UTC);
    }

    private static String valueOf(Map<String, String> row, String name) {
        String value = Objects.requireNonNull(row.get(name), name);
        return value.equals("<NULL>") ? "" : value;
    }
}
