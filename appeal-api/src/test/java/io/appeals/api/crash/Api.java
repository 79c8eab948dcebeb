package io.appeals.api.crash;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A node's public API, as its callers use it. */
public final class Api implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final URI url;

    public Api(URI url) {
        this.url = url;
    }

    /** @param json an empty object where the answer had no body */
    public record Answer(int status, JsonNode json) {}

    /** @throws IOException when there is no answer: the command may or may not have been carried out */
    public Answer post(String role, String callerId, String path, String commandId, Map<String, ?> body)
            throws IOException, InterruptedException {
        return exchange(HttpRequest.newBuilder(url.resolve(path))
                .header("Authorization", "Bearer " + token(role, callerId))
                .header("Idempotency-Key", commandId)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(text(body))));
    }

    public Answer get(String role, String callerId, String path) throws IOException, InterruptedException {
        return exchange(
                HttpRequest.newBuilder(url.resolve(path)).header("Authorization", "Bearer " + token(role, callerId)));
    }

    public String token(String role, String callerId) throws IOException, InterruptedException {
        String known = tokens.get(role + callerId);
        if (known != null) {
            return known;
        }
        Answer given = exchange(HttpRequest.newBuilder(url.resolve("/v1/dev/token"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(text(Map.of("role", role, "id", callerId)))));
        String token = given.json().path("token").asText();
        tokens.put(role + callerId, token);
        return token;
    }

    private Answer exchange(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        String body = response.body();
        return new Answer(response.statusCode(), body.isEmpty() ? json.createObjectNode() : json.readTree(body));
    }

    private String text(Map<String, ?> body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
