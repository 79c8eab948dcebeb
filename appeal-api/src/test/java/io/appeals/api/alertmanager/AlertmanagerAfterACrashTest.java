package io.appeals.api.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appeals.api.crash.Api;
import io.appeals.api.crash.NodeProcess;
import io.appeals.api.http.Bodies;
import io.appeals.api.webhook.Receiver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A node is killed with -9 while Alertmanager refuses what it posts. */
@Tag("broker")
@Timeout(240)
class AlertmanagerAfterACrashTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void whatWasNotTakenIsPostedByTheNextNodeAndEndsWithItsClock() throws Exception {
        try (Receiver alertmanager = Receiver.start()) {
            Map<String, String> settings =
                    Map.of("APPEALS_ALERTMANAGER_URL", alertmanager.url(), "APPEALS_ALERTMANAGER_RENEW_EVERY", "1s");
            alertmanager.answer(503);
            List<String> given;
            try (NodeProcess node = NodeProcess.start(folder, settings, "up");
                    Api api = new Api(node.apiUrl())) {
                aRequestThatNobodyAnswers(api);
                await(() -> ids(api).size() >= 2);
                await(() -> !alertmanager.requests().isEmpty());
                given = ids(api);
                node.kill();
            }
            alertmanager.answer(200);
            try (NodeProcess node = NodeProcess.start(folder, settings, "up")) {
                await(() -> firstPosts(alertmanager).containsAll(given));
                await(() -> ended(alertmanager).containsAll(given));
                try (Api api = new Api(node.apiUrl())) {
                    JsonNode health = api.get("platform", "market", "/health").json();
                    assertThat(health.at("/details/alertmanager/status").asText())
                            .isEqualTo("UP");
                }
            }
        }
    }

    /** A warning after half of three seconds, a breach after all of them, and the appeal lapses. */
    private static void aRequestThatNobodyAnswers(Api api) throws IOException, InterruptedException {
        JsonNode opened = accepted(api.post("seller", "S-1", "/v1/appeals", "open", map(Bodies.opening("L-1"))));
        String appeal = "/v1/appeals/" + opened.path("appealId").asText();
        accepted(api.post("seller", "S-1", appeal + "/evidence", "file", map(Bodies.evidence("PURCHASE_INVOICE"))));
        accepted(api.post("seller", "S-1", appeal + "/submit", "submit", map(Bodies.TRUTH)));
        accepted(api.post("reviewer", "rita", appeal + "/start-review", "start", Map.of()));
        accepted(api.post("reviewer", "rita", appeal + "/information-requests", "ask", map("""
                {"requestId": "r-1", "from": "SELLER", "message": "Page 2, please.", "dueAt": "%s",
                 "items": [{"kind": "PURCHASE_INVOICE", "requirementLevel": "REQUIRED"}]}
                """.formatted(
                        Instant.now().plusSeconds(3)))));
    }

    private static JsonNode accepted(Api.Answer answer) {
        assertThat(answer.status()).as("%s", answer.json()).isBetween(200, 201);
        return answer.json();
    }

    private static Map<String, Object> map(String json) throws IOException {
        return JSON.readValue(json, new TypeReference<>() {});
    }

    private static List<String> ids(Api api) throws IOException, InterruptedException {
        return api.get("platform", "market", "/v1/sla/alerts")
                .json()
                .path("items")
                .valueStream()
                .map(alert -> alert.path("alertId").asText())
                .toList();
    }

    private static List<JsonNode> posted(Receiver alertmanager) throws IOException {
        List<JsonNode> alerts = new ArrayList<>();
        for (Receiver.Request request : alertmanager.accepted()) {
            JSON.readTree(request.body()).forEach(alerts::add);
        }
        return alerts;
    }

    private static List<String> firstPosts(Receiver alertmanager) throws IOException {
        return posted(alertmanager).stream()
                .map(alert -> alert.at("/annotations/alertId").asText())
                .toList();
    }

    private static List<String> ended(Receiver alertmanager) throws IOException {
        return posted(alertmanager).stream()
                .filter(alert -> Instant.parse(alert.path("endsAt").asText()).isBefore(Instant.now()))
                .map(alert -> alert.at("/annotations/alertId").asText())
                .toList();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.call()) {
            assertThat(Instant.now()).as("in time").isBefore(deadline);
            Thread.sleep(100);
        }
    }
}
