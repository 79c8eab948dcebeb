package io.appeals.api.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.appeals.api.analysts.NodeProgram;
import io.appeals.api.http.RunningApi;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.Published;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is written of the topics, for machines and for people. */
class TopicDocumentsTest {

    /** A platform may have two of its own. */
    private static final int CHANNELS = Topic.values().length + 2;

    private static final RunningApi api = RunningApi.start();

    /** Beside the other documents, so that a change to the topics is seen in the change to it. */
    private static final Path COPY = Path.of("..", "docs", "asyncapi.yml");

    private static final int PARTITIONS_BY_DEFAULT = 12;

    @AfterAll
    static void stop() {
        api.close();
    }

    private static JsonNode document() throws IOException {
        return new YAMLMapper()
                .readTree(api.anybody().get("/asyncapi.yml").isOk().body());
    }

    @Test
    void everyTopicIsAChannelWithItsKeyRetentionAndWhatItsReadersRelyOn() throws IOException {
        JsonNode document = document();
        assertThat(document.at("/asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(document.at("/channels").properties())
                .extracting(channel -> channel.getValue().at("/address").asText())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Arrays.stream(Topic.values()).map(Topic::topicName),
                                Stream.of("appeals.commands.{platform}.v1", "appeals.command-results.{platform}.v1"))
                        .toList());
        JsonNode status = document.at("/channels/appeals.status.v1");
        assertThat(status.at("/bindings/kafka/topicConfiguration/cleanup.policy/0")
                        .asText())
                .isEqualTo("compact");
        assertThat(document.at("/channels/appeals.sla-alerts.v1/bindings/kafka/topicConfiguration/retention.ms")
                        .asLong())
                .isEqualTo(90L * 24 * 3600 * 1000);
        assertThat(document.at("/channels/appeals.events.v1/bindings/kafka/topicConfiguration/retention.ms")
                        .asLong())
                .isEqualTo(-1);
        assertThat(status.at("/description").asText())
                .contains("**Kept**", "**Order**", "**Duplicates**", "**Tombstones**", "**Replay**");
    }

    @Test
    void everyValuesSchemaIsTheOneThatIsWritten() throws IOException {
        JsonNode messages = document().at("/components/messages");
        for (Published<?> published : Published.ALL) {
            JsonNode message = messages.get(published.name());
            assertThat(new Schema.Parser().parse(message.at("/payload/schema").toString()))
                    .isEqualTo(published.codec().schema());
            assertThat(message.at("/headers/properties/ce_type/description").asText())
                    .isNotBlank();
            assertThat(message.at("/bindings/kafka/key/description").asText()).isNotBlank();
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        JsonNode document = document();
        List<String> leadingNowhere = new ArrayList<>();
        document.findValuesAsText("$ref").stream()
                .filter(reference -> document.at(reference.substring(1)).isMissingNode())
                .forEach(leadingNowhere::add);
        assertThat(leadingNowhere).isEmpty();
        assertThat(document.findValuesAsText("$ref")).hasSize(3 * CHANNELS);
    }

    @Test
    void theCopyInTheRepositoryIsWhatTheCodeSays() throws IOException {
        String generated = AsyncApi.of(PARTITIONS_BY_DEFAULT).yaml();
        if (Boolean.getBoolean("asyncapi.write")) {
            Files.writeString(COPY, generated);
        }
        assertThat(COPY)
                .as("the topics have changed: write docs/asyncapi.yml again with ./mvnw -pl appeal-api -am test"
                        + " -Dtest=TopicDocumentsTest -Dasyncapi.write=true -Dsurefire.failIfNoSpecifiedTests=false")
                .hasContent(generated);
    }

    @Test
    void theAsyncApiInitiativesOwnParserFindsNothingWrong() {
        NodeProgram validation = NodeProgram.installed(Path.of("src", "test", "node", "asyncapi"));
        String found = validation.run("validate.mjs", COPY.toAbsolutePath().toString());
        assertThat(found).isEqualTo(CHANNELS + " channels\n");
    }

    @Test
    void peopleReadOfEveryTopicAndFieldWithoutANetwork() {
        String page = api.anybody().get("/docs/topics").isOk().body();
        for (Published<?> published : Published.ALL) {
            assertThat(page).contains("<h2 id=\"" + published.topic().topicName() + "\">");
            published
                    .codec()
                    .schema()
                    .getFields()
                    .forEach(field -> assertThat(page).contains("<td><code>" + field.name() + "</code></td>"));
        }
        assertThat(page)
                .contains("decimal(19, 4), optional", "timestamp-millis", "appeals.commands.{platform}.v1")
                .doesNotContain("https://", "http://", "//cdn");
        api.anybody().get("/docs").isOk();
    }
}
