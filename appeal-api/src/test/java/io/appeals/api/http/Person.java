package io.appeals.api.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody who uses the API over HTTP, with a token or without. */
public final class Person {

    private final HttpClient client;
    private final URI api;
    private final @Nullable String token;
    private final List<String> headers;

    Person(HttpClient client, URI api, @Nullable String token, List<String> headers) {
        this.client = client;
        this.api = api;
        this.token = token;
        this.headers = headers;
    }

    /** The same person, who also sends this header. */
    public Person with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.addAll(List.of(header, value));
        return new Person(client, api, token, more);
    }

    public Person withToken(String other) {
        return new Person(client, api, other, headers);
    }

    public String token() {
        return token == null ? "" : token;
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    public Answer post(String path) {
        return send("POST", path, null);
    }

    public Answer patch(String path, String json) {
        return with("content-type", "application/merge-patch+json").send("PATCH", path, json);
    }

    public Answer send(String method, String path, @Nullable String body) {
        return send(method, path, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body), body != null);
    }

    public Answer send(String method, String path, BodyPublisher body, boolean hasBody) {
        try {
            return new Answer(client.send(request(method, path, body, hasBody), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest request(String method, String path, BodyPublisher body, boolean hasBody) {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(path)).method(method, body);
        if (token != null) {
            request.header("authorization", "Bearer " + token);
        }
        if (hasBody && !headers.contains("content-type")) {
            request.header("content-type", "application/json");
        }
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        return request.build();
    }
}
