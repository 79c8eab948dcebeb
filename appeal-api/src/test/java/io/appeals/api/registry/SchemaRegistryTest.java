package io.appeals.api.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.appeals.api.http.Answer;
import io.appeals.api.http.Person;
import io.appeals.api.http.RunningApi;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.SchemaCatalogue;
import io.appeals.schema.wire.SchemaIds.SchemaVersion;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Expected texts and codes are those of Confluent's Schema Registry API reference. */
@DisplayName("The schemas, in the protocol of Confluent's schema registry")
class SchemaRegistryTest {

    private static final RunningApi api = RunningApi.start();
    private static final String EVENTS = "appeals.events.v1-value";
    private static final String ACCEPT =
            "application/vnd.schemaregistry.v1+json, application/vnd.schemaregistry+json; q=0.9, application/json; q=0.5";

    private final Person tool =
            api.anybody().with("accept", ACCEPT).with("content-type", "application/vnd.schemaregistry.v1+json");

    @AfterAll
    static void stop() {
        api.close();
    }

    private Answer get(String path) {
        return tool.get("/schema-registry" + path);
    }

    private static void isError(Answer answer, int code) {
        answer.is(code / 100);
        assertThat(answer.json().at("/error_code").asInt()).isEqualTo(code);
        assertThat(answer.text("/message")).isNotBlank();
        assertThat(answer.header("content-type")).startsWith("application/vnd.schemaregistry.v1+json");
    }

    private static String asked(Schema schema) {
        return new ObjectMapper()
                .valueToTree(Map.of("schema", schema.toString(true)))
                .toString();
    }

    private static SchemaVersion latestOfEvents() {
        return SchemaCatalogue.builtIn().versions(EVENTS).getLast();
    }

    @Test
    void everyTopicsSchemaIsASubjectAndIsFoundUnderTheIdThatItsRecordsCarry() {
        assertThat(get("/subjects").isOk().json()).hasSize(Published.ALL.size());
        for (Published<?> published : Published.ALL) {
            String subject = published.topic().valueSubject();
            Answer latest = get("/subjects/" + subject + "/versions/latest").isOk();
            assertThat(new Schema.Parser().parse(latest.text("/schema")))
                    .isEqualTo(published.codec().schema());

            String id = latest.text("/id");
            assertThat(get("/schemas/ids/" + id).isOk().text("/schema")).isEqualTo(latest.text("/schema"));
            assertThat(get("/schemas/ids/" + id + "/schema").isOk().body()).isEqualTo(latest.text("/schema"));
            assertThat(get("/schemas/ids/" + id + "/versions").isOk().text("/0/subject"))
                    .isEqualTo(subject);
            assertThat(get("/schemas/ids/" + id + "/subjects").isOk().text("/0"))
                    .isEqualTo(subject);
        }
    }

    @Test
    void versionsOfASubjectCountFromOneAndEachIsThere() {
        Answer versions = get("/subjects/" + EVENTS + "/versions").isOk();
        assertThat(versions.text("/0")).isEqualTo("1");
        Answer first = get("/subjects/" + EVENTS + "/versions/1").isOk();
        assertThat(first.text("/version")).isEqualTo("1");
        assertThat(first.text("/subject")).isEqualTo(EVENTS);
        assertThat(get("/subjects/" + EVENTS + "/versions/1/schema").isOk().body())
                .isEqualTo(first.text("/schema"));
        assertThat(get("/subjects/" + EVENTS + "/versions/-1").isOk().text("/id"))
                .isEqualTo(Integer.toString(latestOfEvents().id()));
        assertThat(get("/subjects/" + EVENTS + "/versions/1/referencedby")
                        .isOk()
                        .json())
                .isEmpty();
    }

    @Test
    void toolsAreAnsweredInTheTypeThatTheyAccept() {
        assertThat(get("/subjects").header("content-type")).startsWith("application/vnd.schemaregistry.v1+json");
        api.anybody()
                .with("accept", "application/json")
                .get("/schema-registry/subjects")
                .isOk();
        api.anybody()
                .get("/schema-registry/subjects?subjectPrefix=appeals.status")
                .isOk();
        assertThat(get("/schemas/types").isOk().text("/0")).isEqualTo("AVRO");
        get("").isOk();
    }

    @Test
    void whatIsNotThereIsToldByTheProtocolsCodes() {
        isError(get("/subjects/none/versions"), 40401);
        isError(get("/subjects/none/versions/1"), 40401);
        isError(get("/subjects/" + EVENTS + "/versions/99"), 40402);
        isError(get("/schemas/ids/9999"), 40403);
        isError(get("/subjects/" + EVENTS + "/versions/first"), 42202);
        isError(get("/subjects/" + EVENTS + "/versions/0"), 42202);
        isError(get("/config/" + EVENTS), 40408);
        isError(get("/mode/" + EVENTS), 40409);
    }

    @Test
    void schemasChangeWithReleasesOnlyAndFullyCompatibly() {
        assertThat(get("/config").isOk().text("/compatibilityLevel")).isEqualTo("FULL_TRANSITIVE");
        assertThat(get("/config/" + EVENTS + "?defaultToGlobal=true").isOk().text("/compatibilityLevel"))
                .isEqualTo("FULL_TRANSITIVE");
        assertThat(get("/mode").isOk().text("/mode")).isEqualTo("READONLY");
        for (String path : List.of("/config", "/mode", "/config/" + EVENTS, "/mode/" + EVENTS)) {
            isError(tool.send("PUT", "/schema-registry" + path, "{\"compatibility\": \"NONE\"}"), 42205);
            isError(tool.delete("/schema-registry" + path), 42205);
        }
        isError(tool.delete("/schema-registry/subjects/" + EVENTS), 42205);
        isError(tool.delete("/schema-registry/subjects/" + EVENTS + "/versions/1"), 42205);
        String other = asked(SchemaBuilder.record("Other").fields().endRecord());
        isError(tool.post("/schema-registry/subjects/" + EVENTS + "/versions", other), 42205);
        isError(tool.post("/schema-registry/subjects/mine-value/versions", other), 42205);
    }

    @Test
    void aSerializerThatRegistersWhatItWritesWithGetsTheIdThatIsThere() {
        String same = asked(latestOfEvents().schema());
        assertThat(tool.post("/schema-registry/subjects/" + EVENTS + "/versions", same)
                        .isOk()
                        .text("/id"))
                .isEqualTo(Integer.toString(latestOfEvents().id()));
        assertThat(tool.post("/schema-registry/subjects/" + EVENTS, same).isOk().text("/version"))
                .isEqualTo(Integer.toString(latestOfEvents().version()));
        String other = asked(SchemaBuilder.record("Other").fields().endRecord());
        isError(tool.post("/schema-registry/subjects/" + EVENTS, other), 40403);
        isError(tool.post("/schema-registry/subjects/none", other), 40401);
    }

    @Test
    void whoeverWantsToReadWithASchemaOfTheirOwnCanAskWhetherItFits() {
        String path = "/schema-registry/compatibility/subjects/" + EVENTS + "/versions";
        String same = asked(latestOfEvents().schema());
        String other = asked(
                SchemaBuilder.record("Other").fields().requiredString("missing").endRecord());
        assertThat(tool.post(path, same).isOk().text("/is_compatible")).isEqualTo("true");
        assertThat(tool.post(path + "/latest", same).isOk().text("/is_compatible"))
                .isEqualTo("true");
        Answer not = tool.post(path + "/1?verbose=true", other).isOk();
        assertThat(not.text("/is_compatible")).isEqualTo("false");
        assertThat(not.text("/messages/0")).isNotBlank();
    }

    @Test
    void aBodyThatIsNoSchemaIsToldWhatWasExpected() {
        String path = "/schema-registry/subjects/" + EVENTS;
        for (String body : List.of("{", "[]", "{\"schema\": 1}", "{\"schema\": \"{}\"}", "{\"schema\": \"x\"}")) {
            isError(tool.post(path, body), 42201);
        }
        isError(tool.post(path, "{\"schemaType\": \"JSON\", \"schema\": \"{}\"}"), 42201);
    }
}
