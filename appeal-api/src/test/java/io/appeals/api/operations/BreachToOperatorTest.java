package io.appeals.api.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appeals.api.http.Casework;
import io.appeals.api.http.LiveApi;
import io.appeals.api.http.RunningApi;
import io.appeals.api.webhook.Receiver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Tag("broker")
@Timeout(180)
@DisplayName("A breach, from the log through the real Prometheus and Alertmanager to an operator")
class BreachToOperatorTest {

    @RegisterExtension
    static final LiveApi live = new LiveApi();

    @TempDir
    static Path folder;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Long enough for the clock to be counted, and seen by Prometheus, before it is breached. */
    private static final Duration UNTIL_BREACH = Duration.ofSeconds(12);

    /** A metric with what it is selected by; functions and words of the language have no underscore or colon where they are used here. */
    private static final Pattern SELECTOR = Pattern.compile(
            "\\b(appeals[_:][a-z_:0-9]+|http_[a-z_]+|jvm_[a-z_]+|process_[a-z_]+|system_[a-z_]+|logback_[a-z_]+|up)\\b(\\{[^}]*})?");

    private static final Receiver operator = Receiver.start().answer(200);
    private static MonitoringStack stack;

    @BeforeAll
    static void anOperatorWatchesWhileARequestIsNotAnswered() throws IOException {
        Tool.PROMETHEUS.path();
        Tool.ALERTMANAGER.path();
        RunningApi api = live.api();
        stack = MonitoringStack.start(folder, api.uri(), operator.url());
        await(() -> !stack.query("up == 1").isEmpty());
        Casework.submitted(api);
        Casework.underReview(api).by("reviewer", "/information-requests", """
                        {"requestId": "r-1", "from": "SELLER", "message": "Page 2, please.", "dueAt": "%s",
                         "items": [{"kind": "PURCHASE_INVOICE", "requirementLevel": "REQUIRED"}]}
                        """.formatted(
                        Instant.now().plus(UNTIL_BREACH)));
        await(() -> !told("AppealsSlaBreached", "seller_response").isEmpty());
    }

    @AfterAll
    static void stop() {
        operator.close();
        if (stack != null) {
            stack.close();
        }
    }

    private static List<String> told(String alert, String metric) {
        return operator.requests().stream()
                .map(Receiver.Request::body)
                .filter(body -> body.contains("\"alertname\":\"" + alert + "\"")
                        && body.contains("\"metric\":\"" + metric + "\""))
                .toList();
    }

    @Test
    void theOperatorHearsWhatWasBreachedAndWhatToDo() {
        String message = told("AppealsSlaBreached", "seller_response").getFirst();

        assertThat(message)
                .contains("\"status\":\"firing\"")
                .contains("\"severity\":\"critical\"")
                .contains("SLA breached: seller_response")
                .contains("GET /v1/sla/alerts?type=sla.breached");
        assertThat(stack.alerts().findValuesAsText("alertname")).contains("AppealsSlaBreached");
    }

    @Test
    void everyRuleIsEvaluatedWithoutFault() {
        List<String> faults = new ArrayList<>();
        await(() -> stack.rules().findValuesAsText("health").size()
                        == Shipped.rules().size()
                && !stack.rules().findValuesAsText("health").contains("unknown"));
        for (JsonNode group : stack.rules()) {
            for (JsonNode rule : group.path("rules")) {
                if (!rule.path("health").asText().equals("ok")) {
                    faults.add(rule.path("name").asText() + ": "
                            + rule.path("lastError").asText());
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void whateverTheRulesLookAtIsThere() {
        Set<String> missing = new LinkedHashSet<>();
        for (JsonNode rule : Shipped.rules()) {
            Matcher selectors = SELECTOR.matcher(rule.path("expr").asText());
            while (selectors.find()) {
                // That nothing has failed inside the program is as it should be.
                boolean faults = selectors.group().contains("5..");
                String selector = faults ? selectors.group(1) : selectors.group();
                // This node serves no platforms with topics of their own: PlatformMetricsTest looks at one that does.
                boolean elsewhere = selector.startsWith("appeals_platform_");
                if (!elsewhere && stack.query(selector).isEmpty()) {
                    missing.add(selector);
                }
            }
        }
        assertThat(missing).as(stack.logs()).isEmpty();
    }

    @Test
    void everyPanelOfTheDashboardShowsSomething() {
        // What is late at this moment may be nothing, and is shown as that.
        Set<String> mayBeEmpty = Set.of("Breached clocks by metric and category");
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, List<String>> panel : Shipped.panels().entrySet()) {
            for (String expression : panel.getValue()) {
                String asked = expression.replace("$job", "appeals").replace("$__rate_interval", "1m");
                JsonNode answer = stack.answer(asked);
                boolean empty = answer.at("/data/result").isEmpty() && !mayBeEmpty.contains(panel.getKey());
                if (!answer.path("status").asText().equals("success") || empty) {
                    faults.add(panel.getKey() + ": " + asked + " -> " + answer);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void theDashboardFindsItsJobAndMarksWhenAlertsFired() {
        assertThat(stack.query("appeals_log_partitions").findValuesAsText("job"))
                .contains("appeals");
        String annotation = Shipped.dashboard().at("/annotations/list/0/expr").asText();
        assertThat(stack.query(annotation)).isNotEmpty();
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now())
                    .as(() -> "in time. " + (stack == null ? "" : stack.logs()))
                    .isBefore(end);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
    }
}
