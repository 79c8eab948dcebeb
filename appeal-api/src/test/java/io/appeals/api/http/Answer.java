package io.appeals.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;

/** What the API answered. */
public record Answer(HttpResponse<String> response) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    public JsonNode json() {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("no JSON: " + response.body(), e);
        }
    }

    /** A member of the body, as text; empty where it is missing. */
    public String text(String pointer) {
        return json().at(pointer).asText("");
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public Answer isOk() {
        return is(200);
    }

    public Answer is(int status) {
        assertThat(status())
                .as("%s %s -> %s", response.request().method(), response.uri(), body())
                .isEqualTo(status);
        return this;
    }

    /** A problem document of this kind and status, complete as every problem is. */
    public Answer isProblem(int status, String slug) {
        is(status);
        assertThat(header("content-type")).isEqualTo("application/problem+json");
        assertThat(text("/type")).isEqualTo("/problems/" + slug);
        assertThat(json().at("/status").asInt()).isEqualTo(status);
        assertThat(text("/title")).isNotBlank();
        assertThat(text("/detail")).isNotBlank();
        assertThat(text("/instance")).startsWith("urn:uuid:");
        return this;
    }
}
