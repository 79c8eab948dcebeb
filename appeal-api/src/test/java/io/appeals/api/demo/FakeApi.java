package io.appeals.api.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.appeals.commands.appeal.AppealState;
import io.appeals.commands.category.yaml.CategoryFile;
import io.appeals.schema.result.CommandResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A small HTTP server that answers as the API does, from the rules in memory; a test can make it answer otherwise. */
final class FakeApi implements AutoCloseable {

    static {
        // Otherwise every answer's body waits 40 ms for the acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final ObjectMapper json = new ObjectMapper();
    private final InMemoryProduct product = new InMemoryProduct(InstantSource.system());
    private final HttpServer server;

    /** Every request that reached the product, as {@code VERB path}. */
    final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();

    /** Requests that are answered 503 before anything is done, or refused with 422, or whose answer gets lost. */
    volatile Predicate<String> notReady = request -> false;

    /** What whoever listens to the stream hears, again and again. */
    volatile String news = "";

    volatile Predicate<String> refused = request -> false;
    volatile Predicate<String> answerLost = request -> false;

    FakeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/dev/token", this::token);
        server.createContext("/v1/dev/time", this::time);
        server.createContext("/v1/stream", this::stream);
        server.createContext("/v1/", this::answer);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    InMemoryProduct product() {
        return product;
    }

    private void token(HttpExchange exchange) throws IOException {
        JsonNode body = json.readTree(exchange.getRequestBody());
        String token = body.path("role").asText() + " " + body.path("id").asText();
        respond(exchange, 200, Map.of("token", token), Optional.empty());
    }

    private void time(HttpExchange exchange) throws IOException {
        respond(exchange, 200, Map.of("now", Instant.now().toString(), "factor", 1), Optional.empty());
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(news.getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (notReady.test(request)) {
            respond(exchange, 503, Map.of("title", "Not ready"), Optional.of("0"));
        } else if (refused.test(request)) {
            Map<String, Object> error = Map.of("pointer", "/reasons", "detail", "they are missing");
            respond(
                    exchange,
                    422,
                    Map.of("title", "A rule forbids this", "detail", "Say why.", "errors", List.of(error)),
                    Optional.empty());
        } else {
            requests.add(request);
            carryOut(exchange, request, body.length == 0 ? MissingNode.getInstance() : json.readTree(body));
        }
    }

    private void carryOut(HttpExchange exchange, String request, JsonNode body) throws IOException {
        String[] caller = exchange.getRequestHeaders().getFirst("Authorization").split(" ", -1);
        Person.Role role = Person.Role.valueOf(caller[1].toUpperCase(Locale.ROOT));
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/v1/categories")) {
            respond(exchange, 200, Map.of("items", CategoryFile.shipped().categories()), Optional.empty());
            return;
        }
        if (exchange.getRequestMethod().equals("GET")) {
            respond(exchange, 200, view(path.split("/", -1)[3], role, caller[2]), Optional.empty());
            return;
        }
        String version = exchange.getRequestHeaders().getFirst("If-Match");
        CommandResult result = product.send(
                role,
                caller[2],
                exchange.getRequestMethod(),
                path,
                body,
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                version == null ? null : (Long) Long.parseLong(version.replace("\"", "")));
        if (answerLost.test(request)) {
            exchange.close();
        } else {
            respond(exchange, result);
        }
    }

    private Map<String, Object> view(String appealId, Person.Role role, String id) {
        AppealState state = product.state(appealId);
        return Map.of(
                "version",
                state.version(),
                "status",
                String.valueOf(state.status()),
                "stage",
                state.stage().name(),
                "availableActions",
                product.offered(appealId, role, id).stream()
                        .map(action -> Map.of("action", action))
                        .toList());
    }

    private void respond(HttpExchange exchange, CommandResult result) throws IOException {
        var rejection = result.rejection();
        if (rejection != null) {
            respond(exchange, 409, Map.of("title", rejection.type(), "detail", rejection.detail()), Optional.empty());
        } else {
            Map<String, @Nullable Object> accepted = new HashMap<>();
            accepted.put("version", result.version());
            accepted.put("status", result.status());
            accepted.put("stage", result.stage());
            accepted.put("events", result.events());
            respond(exchange, 200, accepted, Optional.empty());
        }
    }

    private void respond(HttpExchange exchange, int status, Object body, Optional<String> retryAfter)
            throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        retryAfter.ifPresent(seconds -> exchange.getResponseHeaders().add("Retry-After", seconds));
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
