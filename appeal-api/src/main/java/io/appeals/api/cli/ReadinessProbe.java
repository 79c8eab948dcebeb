package io.appeals.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Consumer;

/** Asks a node, as a load balancer would, whether it serves. */
final class ReadinessProbe {

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(1);
    private static final int OK = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI readiness;

    ReadinessProbe(URI apiUrl) {
        this.readiness = apiUrl.resolve("/health/readiness");
    }

    /** Waits for as long as it takes: what a node still has to read can be a lot. */
    void awaitReady(Consumer<String> progress) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            long nextReport = System.nanoTime() + BETWEEN_REPORTS.toNanos();
            for (String state = ask(client); !state.isEmpty(); state = ask(client)) {
                if (System.nanoTime() - nextReport > 0) {
                    progress.accept(state);
                    nextReport += BETWEEN_REPORTS.toNanos();
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    /** Empty when it is ready, otherwise how far it is. */
    private String ask(HttpClient client) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(readiness).timeout(PATIENCE).build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == OK ? "" : progress(response.body());
        } catch (IOException notAnswering) {
            return "not answering yet";
        }
    }

    /** What those parts say that are not up yet: {@code commands recovered 81 %, views caught up 5 of 9 events}. */
    static String progress(String health) throws IOException {
        StringJoiner told = new StringJoiner(", ").setEmptyValue("not ready yet");
        for (Map.Entry<String, JsonNode> part :
                JSON.readTree(health).path("details").properties()) {
            JsonNode progress = part.getValue().path("details").path("progress");
            if (!part.getValue().path("status").asText().equals("UP") && progress.isTextual()) {
                told.add(part.getKey() + " " + progress.asText());
            }
        }
        return told.toString();
    }
}
