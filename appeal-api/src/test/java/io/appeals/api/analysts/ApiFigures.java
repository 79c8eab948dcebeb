package io.appeals.api.analysts;

import com.fasterxml.jackson.databind.JsonNode;
import io.appeals.api.http.Person;
import io.appeals.api.http.RunningApi;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a reader should come to, as the API has it. */
final class ApiFigures {

    /** What readers call the outcome of an appeal that has none. */
    static final String NO_OUTCOME = "none yet";

    private final Person analyst;

    private ApiFigures(Person analyst) {
        this.analyst = analyst;
    }

    static ApiFigures of(RunningApi api) {
        return new ApiFigures(api.with("analyst", "ana"));
    }

    Map<String, Integer> appealsByOutcome() {
        Map<String, Integer> appeals = new TreeMap<>();
        for (JsonNode item : items("/v1/appeals?limit=200")) {
            appeals.merge(item.path("outcome").asText(NO_OUTCOME), 1, Integer::sum);
        }
        return appeals;
    }

    /** Of each category and metric with clocks that run. */
    Set<RunningClocks> runningClocks() {
        Map<String, List<JsonNode>> groups = items("/v1/sla/clocks?state=RUNNING&limit=200").stream()
                .collect(Collectors.groupingBy(clock -> clock.path("category").asText() + " "
                        + clock.path("metric").asText()));
        return groups.values().stream().map(ApiFigures::counted).collect(Collectors.toSet());
    }

    private static RunningClocks counted(List<JsonNode> clocks) {
        List<JsonNode> inTime = clocks.stream()
                .filter(clock -> !clock.path("breached").asBoolean())
                .toList();
        Instant nextBreach = inTime.stream()
                .map(clock -> Instant.parse(clock.path("breachAt").asText()))
                .min(Instant::compareTo)
                .orElse(null);
        JsonNode any = clocks.getFirst();
        return new RunningClocks(
                any.path("category").asText(),
                any.path("metric").asText(),
                clocks.size(),
                clocks.size() - inTime.size(),
                nextBreach);
    }

    private List<JsonNode> items(String path) {
        List<JsonNode> items = new ArrayList<>();
        analyst.get(path).isOk().json().path("items").forEach(items::add);
        return items;
    }

    /** The category is empty where appeals have none yet; the next breach is that of a clock that is still in time. */
    record RunningClocks(
            String category,
            String metric,
            int ticking,
            int overdue,
            @Nullable Instant nextBreach) {}
}
