package io.appeals.api.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files for operators that come with the product. */
final class Shipped {

    static final Path FOLDER =
            Path.of("..", "docs", "operations").toAbsolutePath().normalize();
    static final Path RULES = FOLDER.resolve("prometheus/rules/appeals.yml");
    static final Path RULES_TEST = FOLDER.resolve("prometheus/rules-test.yml");
    static final Path PROMETHEUS = FOLDER.resolve("prometheus/prometheus.yml");
    static final Path ALERTMANAGER = FOLDER.resolve("alertmanager/alertmanager.yml");
    static final Path COMPOSE =
            Path.of("..", "docker-compose.yml").toAbsolutePath().normalize();
    private static final Path DASHBOARD = FOLDER.resolve("grafana/dashboards/appeals.json");

    private static final YAMLMapper YAML = new YAMLMapper();

    private Shipped() {}

    static JsonNode yaml(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A shipped file that a test changes for itself. */
    static ObjectNode editable(Path file) {
        return (ObjectNode) yaml(file);
    }

    static Path write(JsonNode content, Path file) {
        try {
            return Files.writeString(file, YAML.writeValueAsString(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode dashboard() {
        try {
            return new ObjectMapper().readTree(DASHBOARD.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every expression of the dashboard, by the panel it is of. */
    static Map<String, List<String>> panels() {
        Map<String, List<String>> panels = new LinkedHashMap<>();
        for (JsonNode panel : dashboard().path("panels")) {
            List<String> expressions = new ArrayList<>();
            panel.path("targets")
                    .forEach(target -> expressions.add(target.path("expr").asText()));
            if (!expressions.isEmpty()) {
                panels.put(panel.path("title").asText(), expressions);
            }
        }
        return panels;
    }

    static List<JsonNode> rules() {
        List<JsonNode> rules = new ArrayList<>();
        yaml(RULES).path("groups").forEach(group -> group.path("rules").forEach(rules::add));
        return rules;
    }
}
