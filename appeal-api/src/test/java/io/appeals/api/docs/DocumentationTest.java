package io.appeals.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.appeals.api.http.RunningApi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The API's own documentation: complete, and served without a network. */
class DocumentationTest {

    private static final RunningApi api = RunningApi.start();
    private static final Set<String> METHODS = Set.of("get", "post", "patch", "delete");

    /** The contract's paths of this release. */
    private static final Map<String, List<String>> CONTRACT = Map.ofEntries(
            Map.entry("/v1/appeals", List.of("get", "post")),
            Map.entry("/v1/appeals/{appealId}", List.of("get", "patch")),
            Map.entry("/v1/appeals/{appealId}/evidence", List.of("post")),
            Map.entry("/v1/appeals/{appealId}/evidence/{evidenceId}", List.of("delete")),
            Map.entry("/v1/appeals/{appealId}/evidence/{evidenceId}/content", List.of("get")),
            Map.entry("/v1/appeals/{appealId}/evidence/{evidenceId}/assessment", List.of("post")),
            Map.entry("/v1/appeals/{appealId}/readiness", List.of("get")),
            Map.entry("/v1/appeals/{appealId}/events", List.of("get")),
            Map.entry("/v1/appeals/{appealId}/submit", List.of("post")),
            Map.entry("/v1/appeals/{appealId}/escalate", List.of("post")),
            Map.entry("/v1/appeals/{appealId}/withdraw", List.of("post")),
            Map.entry("/v1/appeals/{appealId}/accept", List.of("post")),
            Map.entry("/v1/appeals/{appealId}/reopen", List.of("post")),
            Map.entry("/v1/appeals/{appealId}/responses", List.of("post")),
            Map.entry("/v1/appeals/{appealId}/messages", List.of("post")),
            Map.entry("/v1/appeals/{appealId}/mandates", List.of("post")),
            Map.entry("/v1/appeals/{appealId}/mandates/{mandateId}", List.of("delete")),
            Map.entry("/v1/appeals/{appealId}/assign", List.of("post")),
            Map.entry("/v1/appeals/{appealId}/start-review", List.of("post")),
            Map.entry("/v1/appeals/{appealId}/reject", List.of("post")),
            Map.entry("/v1/appeals/{appealId}/recategorize", List.of("post")),
            Map.entry("/v1/appeals/{appealId}/information-requests", List.of("post")),
            Map.entry("/v1/appeals/{appealId}/deadline-extensions", List.of("post")),
            Map.entry("/v1/appeals/{appealId}/decision", List.of("post")),
            Map.entry("/v1/appeals/{appealId}/refer", List.of("post")),
            Map.entry("/v1/appeals/{appealId}/external-outcome", List.of("post")),
            Map.entry("/v1/appeals/{appealId}/remedies/{remedy}/confirm", List.of("post")),
            Map.entry("/v1/appeals/{appealId}/flags", List.of("post")),
            Map.entry("/v1/enforcements", List.of("post")),
            Map.entry("/v1/commands", List.of("post")),
            Map.entry("/v1/commands/{commandId}", List.of("get")),
            Map.entry("/v1/categories", List.of("get")),
            Map.entry("/v1/categories/suggest", List.of("post")),
            Map.entry("/v1/sellers/{sellerId}/summary", List.of("get")),
            Map.entry("/v1/stream", List.of("get")),
            Map.entry("/v1/appeals/{appealId}/sla", List.of("get")),
            Map.entry("/v1/sla/clocks", List.of("get")),
            Map.entry("/v1/sla/alerts", List.of("get")),
            Map.entry("/v1/sla/policies", List.of("get")),
            Map.entry("/v1/sla/simulations", List.of("post")),
            Map.entry("/v1/webhooks", List.of("get", "post")),
            Map.entry("/v1/webhooks/{webhookId}", List.of("get", "delete")),
            Map.entry("/v1/webhooks/{webhookId}/test", List.of("post")),
            Map.entry("/v1/webhooks/{webhookId}/rotate-secret", List.of("post")),
            Map.entry("/v1/webhooks/{webhookId}/enable", List.of("post")),
            Map.entry("/v1/webhooks/{webhookId}/deliveries", List.of("get")),
            Map.entry("/v1/webhooks/{webhookId}/deliveries/{deliveryId}/retry", List.of("post")),
            Map.entry("/v1/dev/token", List.of("post")));

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void everyPathOfTheContractIsDocumented() throws IOException {
        JsonNode paths = document().at("/paths");
        CONTRACT.forEach((path, methods) -> methods.forEach(
                method -> assertThat(paths.has(path) && paths.get(path).has(method))
                        .as("%s %s", method, path)
                        .isTrue()));
    }

    @Test
    void everyOperationSaysWhatItDoesAndWhatMayGoWrong() throws IOException {
        JsonNode paths = document().at("/paths");
        List<String> lacking = new ArrayList<>();
        paths.properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> {
                            JsonNode said = operation.getValue();
                            boolean needsToken = path.getKey().startsWith("/v1/")
                                    && !path.getKey().contains("/dev/");
                            if (said.at("/summary").asText().isEmpty()
                                    || said.at("/tags").isEmpty()
                                    || needsToken && !said.at("/responses").has("401")) {
                                lacking.add(operation.getKey() + " " + path.getKey());
                            }
                        }));
        assertThat(lacking).isEmpty();
    }

    @Test
    void aBodysDocumentationKnowsItsBounds() throws IOException {
        JsonNode opening = document().at("/components/schemas/OpenAppeal");
        assertThat(opening.at("/required").toString())
                .contains("subject", "category", "statement")
                .doesNotContain("sellerId");
        assertThat(opening.at("/properties/statement/maxLength").asInt()).isPositive();
    }

    @Test
    void theDocumentationIsReadableWithoutANetwork() {
        String page = api.anybody().get("/docs").isOk().body();
        assertThat(page)
                .contains("/docs/res/", "/openapi.yml")
                .doesNotContain("https://", "http://", "//cdn", "//unpkg");
        for (String asset : List.of("swagger-ui.css", "swagger-ui-bundle.js", "swagger-ui-standalone-preset.js")) {
            api.anybody().get("/docs/res/" + asset).isOk();
        }
    }

    @Test
    void healthAndMetricsAreOpenToAnybody() {
        for (String path : List.of("/health", "/health/readiness", "/health/liveness", "/prometheus", "/problems")) {
            api.anybody().get(path).isOk();
        }
        assertThat(api.anybody().get("/prometheus").body()).contains("jvm_memory_used_bytes");
    }

    private static JsonNode document() throws IOException {
        return new YAMLMapper()
                .readTree(api.anybody().get("/openapi.yml").isOk().body());
    }
}
