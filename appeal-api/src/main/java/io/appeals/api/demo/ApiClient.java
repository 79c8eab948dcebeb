package io.appeals.api.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.appeals.api.demo.Step.Verb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The public HTTP API, as everybody in the demo uses it: each with a token of their own. */
final class ApiClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(1);
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private final ObjectMapper json = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private final Map<Person, String> tokens = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI api;

    ApiClient(URI api) {
        this.api = api;
    }

    URI address() {
        return api;
    }

    /**
     * Sends a command.
     *
     * @param commandId under which it may be sent again until it is answered
     * @param seenVersion the version that the sender relies on
     * @throws IOException when there is no answer
     * @throws NoDemoTokens when the API gives no tokens to whoever asks
     */
    Answer send(Person who, Verb verb, String path, Body body, String commandId, @Nullable Long seenVersion)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(path))
                .header("Idempotency-Key", commandId)
                .method(verb.name(), verb == Verb.DELETE ? BodyPublishers.noBody() : publisher(body));
        if (verb != Verb.DELETE) {
            request.header("Content-Type", verb == Verb.PATCH ? "application/merge-patch+json" : "application/json");
        }
        if (seenVersion != null) {
            request.header("If-Match", "\"" + seenVersion + "\"");
        }
        return ask(who, request);
    }

    /** Reads what the person may see. */
    Answer read(Person who, String pathAndQuery) throws IOException, InterruptedException {
        return ask(who, HttpRequest.newBuilder(api.resolve(pathAndQuery)).GET());
    }

    /**
     * Listens to a stream of events, line by line, until it ends.
     *
     * @param lastId of the event after which to go on; empty for from now on
     * @throws IOException when there is none
     */
    Stream<String> listen(Person who, String pathAndQuery, String lastId) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(pathAndQuery))
                .header("Authorization", "Bearer " + token(who))
                .header("Accept", "text/event-stream");
        if (!lastId.isEmpty()) {
            request.header("Last-Event-ID", lastId);
        }
        HttpResponse<Stream<String>> response = http.send(request.build(), BodyHandlers.ofLines());
        if (response.statusCode() != OK) {
            response.body().close();
            tokens.remove(who);
            throw new IOException("HTTP " + response.statusCode());
        }
        return response.body();
    }

    private Answer ask(Person who, HttpRequest.Builder request) throws IOException, InterruptedException {
        Answer answer = exchange(request.setHeader("Authorization", "Bearer " + token(who)));
        if (answer.status() != UNAUTHORIZED) {
            return answer;
        }
        tokens.remove(who);
        return exchange(request.setHeader("Authorization", "Bearer " + token(who)));
    }

    private String token(Person who) throws IOException, InterruptedException {
        String known = tokens.get(who);
        if (known != null) {
            return known;
        }
        Body body = Body.of("role", who.role().claim())
                .with("id", who.id())
                .with("sellerId", who.role() == Person.Role.SELLER ? who.id() : null);
        Answer answer = exchange(HttpRequest.newBuilder(api.resolve("/v1/dev/token"))
                .header("Content-Type", "application/json")
                .POST(publisher(body)));
        String token = answer.body().path("token").asText("");
        if (token.isEmpty()) {
            throw new NoDemoTokens(answer);
        }
        tokens.put(who, token);
        return token;
    }

    private Answer exchange(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
        Duration retryAfter = response.headers()
                .firstValue("Retry-After")
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(USUAL_PAUSE);
        return new Answer(response.statusCode(), read(response.body()), retryAfter);
    }

    private JsonNode read(byte[] body) throws IOException {
        return body.length == 0 ? MissingNode.getInstance() : json.readTree(body);
    }

    private HttpRequest.BodyPublisher publisher(Body body) {
        try {
            return BodyPublishers.ofByteArray(json.writeValueAsBytes(body.fields()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
