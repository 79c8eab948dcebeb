package io.appeals.api.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What comes with the product for operators is well-formed, by the tools that read it. */
class ShippedFilesTest {

    @Test
    void theAlertRulesAreWellFormedAndDoWhatTheirTestsSay() {
        assertThat(Tool.PROMTOOL.run("check", "rules", Shipped.RULES.toString()))
                .contains("rules found");
        assertThat(Tool.PROMTOOL.run("test", "rules", Shipped.RULES_TEST.toString()))
                .contains("SUCCESS");
    }

    @Test
    void everyAlertHasATestASeverityAndSaysWhatToDo() {
        String tests = Shipped.yaml(Shipped.RULES_TEST).toString();
        for (JsonNode rule : Shipped.rules()) {
            if (rule.has("alert")) {
                String alert = rule.path("alert").asText();
                assertThat(rule.at("/labels/severity").asText()).as(alert).isIn("critical", "warning");
                assertThat(rule.at("/annotations/summary").asText()).as(alert).isNotBlank();
                assertThat(rule.at("/annotations/description").asText())
                        .as(alert)
                        .isNotBlank();
                assertThat(tests).contains(alert);
            }
        }
    }

    @Test
    void prometheusAndAlertmanagerTakeTheirConfiguration() {
        Tool.PROMTOOL.run("check", "config", Shipped.PROMETHEUS.toString());
        Tool.AMTOOL.run("check-config", Shipped.ALERTMANAGER.toString());
    }

    @Test
    void thePanelsOfTheDashboardHaveAPlaceOfTheirOwnAndSayWhatTheyShow() {
        Set<String> taken = new HashSet<>();
        Set<Integer> ids = new HashSet<>();
        for (JsonNode panel : Shipped.dashboard().path("panels")) {
            String title = panel.path("title").asText();
            assertThat(ids.add(panel.path("id").asInt())).as(title).isTrue();
            if (!panel.path("type").asText().equals("row")) {
                assertThat(panel.path("description").asText()).as(title).isNotBlank();
                assertThat(panel.at("/datasource/uid").asText()).as(title).isEqualTo("prometheus");
            }
            JsonNode place = panel.path("gridPos");
            for (int x = 0; x < place.path("w").asInt(); x++) {
                for (int y = 0; y < place.path("h").asInt(); y++) {
                    int column = place.path("x").asInt() + x;
                    assertThat(column).as(title).isLessThan(24);
                    assertThat(taken.add(column + "/" + (place.path("y").asInt() + y)))
                            .as(title)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void theComposeFileMountsWhatIsThereAndOpensNothingToTheNetwork() {
        JsonNode services = Shipped.yaml(Shipped.COMPOSE).path("services");
        for (JsonNode service : services) {
            service.path("ports").forEach(port -> assertThat(port.asText()).startsWith("127.0.0.1:"));
            service.path("volumes").forEach(volume -> {
                if (volume.asText().startsWith(".")) {
                    Path mounted =
                            Shipped.COMPOSE.resolveSibling(volume.asText().split(":")[0]);
                    assertThat(Files.isDirectory(mounted)).as(volume.asText()).isTrue();
                }
            });
        }
        for (String service : new String[] {"prometheus", "alertmanager", "grafana"}) {
            assertThat(services.at("/" + service + "/profiles/0").asText()).isEqualTo("monitoring");
            assertThat(services.at("/" + service + "/image").asText()).matches(".+:v?\\d+\\.\\d+\\.\\d+");
            assertThat(services.at("/" + service + "/healthcheck/test")).isNotEmpty();
        }
    }
}
