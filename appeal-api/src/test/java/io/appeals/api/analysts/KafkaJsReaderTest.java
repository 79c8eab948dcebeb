package io.appeals.api.analysts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appeals.api.http.Casework;
import io.appeals.api.http.Person;
import io.appeals.api.http.SmallCluster;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("broker")
@DisplayName("kafkajs and its schema registry client, as docs/analysts/kafkajs.md has it")
class KafkaJsReaderTest {

    private static final Path FOLDER = Path.of("..", "docs", "analysts", "kafkajs");
    private static final int ATTEMPTS = 10;
    /** A port that nothing listens at. */
    private static final String NOWHERE = "127.0.0.1:1";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> DECIDING = List.of("AppealDecided", "ExternalOutcomeRecorded");

    @RegisterExtension
    static final SmallCluster cluster = new SmallCluster();

    @Test
    void countsTheAppealsByOutcomeAsTheApiDoes() throws JsonProcessingException {
        NodeProgram program = NodeProgram.installed(FOLDER);
        DecidedCases.happenAt(cluster.api());
        JsonNode expected = asTheApiHasIt();
        assertThat(expected.at("/byOutcome").toString()).contains("UPHELD", "OVERTURNED");

        // Rows are published some tens of milliseconds after the API shows them.
        JsonNode counted = JSON.nullNode();
        for (int i = 0; i < ATTEMPTS && !counted.equals(expected); i++) {
            counted = JSON.readTree(program.run(
                    "outcomes.mjs",
                    cluster.bootstrapServers(),
                    cluster.api().uri().resolve("/schema-registry").toString()));
        }

        assertThat(counted).isEqualTo(expected);
    }

    @Test
    void tellsInOneLineThatNoBrokerOrNoRegistryIsAtAnAddress() {
        NodeProgram program = NodeProgram.installed(FOLDER);

        assertThat(program.refuses("events.mjs", NOWHERE, "http://" + NOWHERE).lines())
                .singleElement()
                .asString()
                .startsWith("Kafka at " + NOWHERE)
                .contains("cannot be used: ", "ECONNREFUSED");

        Casework.opened(cluster.api());
        assertThat(program.refuses("events.mjs", cluster.bootstrapServers(), "http://" + NOWHERE)
                        .lines())
                .singleElement()
                .asString()
                .startsWith("the schema registry at http://" + NOWHERE)
                .contains("cannot be used: ", "ECONNREFUSED");
    }

    private static JsonNode asTheApiHasIt() {
        Person analyst = cluster.api().with("analyst", "ana");
        JsonNode items = analyst.get("/v1/appeals?limit=200").isOk().json().at("/items");
        ObjectNode expected = JSON.createObjectNode().put("appeals", items.size());
        ObjectNode byOutcome = expected.putObject("byOutcome");
        int decisions = 0;
        for (JsonNode item : items) {
            if (item.has("outcome")) {
                String outcome = item.at("/outcome").asText();
                byOutcome.put(outcome, byOutcome.path(outcome).asInt() + 1);
            }
            decisions += decisionsOf(analyst, item.at("/appealId").asText());
        }
        return expected.put("decisions", decisions);
    }

    private static int decisionsOf(Person analyst, String appealId) {
        List<String> types = analyst.get("/v1/appeals/" + appealId + "/events?limit=200")
                .isOk()
                .json()
                .at("/items")
                .findValuesAsText("type");
        return (int) types.stream().filter(DECIDING::contains).count();
    }
}
