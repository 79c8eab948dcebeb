package io.appeals.api.analysts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.broker.LoopbackPort;
import io.appeals.api.http.SmallCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("broker")
@DisplayName("Kafka Connect with Confluent's Avro converter, as docs/analysts/connect.md has it")
class KafkaConnectReaderTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern ROW =
            Pattern.compile("Struct\\{appealId=([^,]+),version=(\\d+),status=[A-Z_]+,stage=[A-Z_]+,"
                    + "(?:outcome=([A-Z_]+),)?updatedAt=(\\d{4}-\\d\\d-\\d\\dT[^,}]+Z)}");

    @RegisterExtension
    static final SmallCluster cluster = new SmallCluster();

    @Test
    void landsRowsOfWhichTheLatestHaveTheOutcomesThatTheApiHas() throws IOException, InterruptedException {
        JavaProgram connect = JavaProgram.laidOut("connect");
        Path landed = connect.folder().resolve("target").resolve("status-rows.txt");
        Files.deleteIfExists(landed);
        DecidedCases.happenAt(cluster.api());
        Map<String, Integer> expected = ApiFigures.of(cluster.api()).appealsByOutcome();
        assertThat(expected).containsKeys("UPHELD", "OVERTURNED", ApiFigures.NO_OUTCOME);

        Process worker = connect.start(
                List.of("org.apache.kafka.connect.cli.ConnectStandalone", settings(connect), "status-rows.properties"));
        try {
            Instant deadline = Instant.now().plus(PATIENCE);
            while (!outcomesIn(landed).equals(expected)
                    && worker.isAlive()
                    && Instant.now().isBefore(deadline)) {
                Thread.sleep(200);
            }
            assertThat(outcomesIn(landed)).as(connect.said()).isEqualTo(expected);
        } finally {
            worker.destroyForcibly().waitFor();
        }
    }

    private static String settings(JavaProgram connect) throws IOException {
        return connect.addressed(
                "worker.properties",
                Map.of(
                        "localhost:9092",
                        cluster.bootstrapServers(),
                        "http://localhost:8080/schema-registry",
                        cluster.api().uri().resolve("/schema-registry").toString(),
                        "127.0.0.1:8083",
                        "127.0.0.1:" + LoopbackPort.findFree()));
    }

    /** Of the row with the highest version of each appeal; rows that are not written whole yet are left out. */
    private static Map<String, Integer> outcomesIn(Path landed) throws IOException {
        Map<String, Long> versions = new HashMap<>();
        Map<String, String> outcomes = new HashMap<>();
        String text = Files.exists(landed) ? Files.readString(landed, UTF_8) : "";
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            Matcher row = ROW.matcher(line);
            assertThat(row.matches()).as("a row: %s", line).isTrue();
            long version = Long.parseLong(row.group(2));
            if (version >= versions.getOrDefault(row.group(1), 0L)) {
                versions.put(row.group(1), version);
                outcomes.put(row.group(1), row.group(3) == null ? ApiFigures.NO_OUTCOME : row.group(3));
            }
        }
        Map<String, Integer> appeals = new TreeMap<>();
        outcomes.values().forEach(outcome -> appeals.merge(outcome, 1, Integer::sum));
        return appeals;
    }
}
