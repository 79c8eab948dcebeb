package io.appeals.api.registry.configured;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.avro.Schema;

/**
 * The three requests of <a href="https://docs.confluent.io/platform/current/schema-registry/develop/api.html">Confluent's
 * protocol</a> that the product has for a registry. Everything else fails with a {@link RegistryRefusal}.
 */
final class ConfluentRegistry implements AutoCloseable {

    private static final String TYPE = "application/vnd.schemaregistry.v1+json";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int NOT_FOUND = 404;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper json = new ObjectMapper();
    private final String url;
    private final String authorization;

    /**
     * @param url of the protocol's root, for instance {@code http://registry:8080/apis/ccompat/v7}
     * @param authorization the header's whole value; empty for none
     */
    ConfluentRegistry(String url, String authorization) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.authorization = authorization;
    }

    /** The id under which the subject has this schema already. */
    OptionalInt find(String subject, Schema schema) {
        HttpResponse<String> response = send("POST", "/subjects/" + encoded(subject), schemaOf(schema));
        return response.statusCode() == NOT_FOUND
                ? OptionalInt.empty()
                : OptionalInt.of(accepted(response, subject).path("id").asInt());
    }

    /** Adds the schema as the subject's newest version, unless it is there. */
    int register(String subject, Schema schema) {
        HttpResponse<String> response = send("POST", "/subjects/" + encoded(subject) + "/versions", schemaOf(schema));
        return accepted(response, subject).path("id").asInt();
    }

    /** From now on the registry itself refuses a version that not every other one can read, or that cannot read them. */
    void requireFullTransitive(String subject) {
        accepted(send("PUT", "/config/" + encoded(subject), Map.of("compatibility", "FULL_TRANSITIVE")), subject);
    }

    private static Map<String, String> schemaOf(Schema schema) {
        return Map.of("schema", schema.toString());
    }

    private HttpResponse<String> send(String method, String path, Map<String, String> body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                    .timeout(PATIENCE)
                    .header("accept", TYPE)
                    .header("content-type", TYPE)
                    .method(method, HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
            if (!authorization.isEmpty()) {
                request.header("authorization", authorization);
            }
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new RegistryRefusal(
                    "the schema registry at " + url + " does not answer (" + e
                            + "): start it, or correct its address (appeals.schema-registry.url, --schema-registry)",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryRefusal("stopped while asking the schema registry at " + url, e);
        }
    }

    private JsonNode accepted(HttpResponse<String> response, String subject) {
        JsonNode body = body(response);
        if (response.statusCode() / 100 == 2 && !body.isMissingNode()) {
            return body;
        }
        throw new RegistryRefusal("the schema registry at " + url + " refuses " + subject + " (status "
                + response.statusCode() + "): " + reason(response.statusCode(), body));
    }

    private static String reason(int status, JsonNode body) {
        String told = body.path("message").asText("");
        return switch (status) {
            case 401, 403 ->
                "set appeals.schema-registry.authorization to what lets the product write there" + inBrackets(told);
            case 409 ->
                "it holds a version of this subject that is not the product's, or another rule than FULL_TRANSITIVE"
                        + inBrackets(told);
            case NOT_FOUND -> "the address is not that of its Confluent-compatible API" + inBrackets(told);
            default -> told.isEmpty() ? "no schema registry answers there" : told;
        };
    }

    private static String inBrackets(String told) {
        return told.isEmpty() ? "" : " (" + told + ")";
    }

    private JsonNode body(HttpResponse<String> response) {
        try {
            return json.readTree(response.body());
        } catch (JsonProcessingException noJson) {
            return json.missingNode();
        }
    }

    private static String encoded(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
