package io.appeals.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks a node, as a load balancer would, whether it serves. */
final class ReadinessProbe {

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(1);
    private static final int OK = 200;

    private final ObjectMapper json = new ObjectMapper();
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
            return response.statusCode() == OK ? "" : progress(response.body()).orElse("not ready yet");
        } catch (IOException notAnswering) {
            return "not answering yet";
        }
    }

    /** What the first part that tells its progress says. */
    private Optional<String> progress(String body) throws IOException {
        JsonNode told = json.readTree(body).findValue("progress");
        return told == null ? Optional.empty() : Optional.of(told.asText());
    }
}
