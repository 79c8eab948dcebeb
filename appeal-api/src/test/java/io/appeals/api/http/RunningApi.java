package io.appeals.api.http;

import io.appeals.api.Application;
import io.appeals.api.memory.MemoryLog;
import io.appeals.api.memory.MemoryQueries;
import io.appeals.api.time.ProductTime;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The API on a free port. */
public final class RunningApi implements AutoCloseable {

    private final Application application;
    private final Path data;
    private final @Nullable ThrowawayFolder own;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private RunningApi(Application application, Path data, @Nullable ThrowawayFolder own) {
        this.application = application;
        this.data = data;
        this.own = own;
    }

    /** With a log in memory. */
    public static RunningApi start() {
        return start(Map.of());
    }

    /** With a log in memory, and these settings. */
    public static RunningApi start(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(Map.of("test.memory-log", "true"));
        all.putAll(settings);
        return onLog(all);
    }

    /** With the log that the settings name; in a folder of its own, which goes with it, unless they name one. */
    static RunningApi onLog(Map<String, Object> settings) {
        return onLog(settings, ProductTime.ofTheMachine());
    }

    /** With the log that the settings name, by this time. */
    public static RunningApi onLog(Map<String, Object> settings, ProductTime time) {
        Map<String, Object> all =
                new HashMap<>(Map.of("appeals.http.port", "-1", "appeals.security.dev-tokens", "true"));
        all.putAll(settings);
        Object named = all.get("appeals.data");
        if (named != null) {
            return new RunningApi(Application.start(all, time), Path.of(named.toString()), null);
        }
        ThrowawayFolder own = ThrowawayFolder.make();
        all.put("appeals.data", own.path().toString());
        try {
            return new RunningApi(Application.start(all, time), own.path(), own);
        } catch (RuntimeException e) {
            own.close();
            throw e;
        }
    }

    /** Returns once the node serves. */
    public void awaitReady() {
        awaitServing("/health/readiness");
    }

    /** Returns once the node answers the platform there. */
    void awaitServing(String path) {
        try {
            while (with("platform", "market").get(path).status() != 200) {
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public URI uri() {
        return application.uri();
    }

    public HttpClient client() {
        return client;
    }

    public MemoryLog log() {
        return application.context().getBean(MemoryLog.class);
    }

    public MemoryQueries queries() {
        return application.context().getBean(MemoryQueries.class);
    }

    /** Somebody without a token. */
    public Person anybody() {
        return new Person(client, uri(), null, List.of());
    }

    public Person seller(String sellerId) {
        return with("seller", sellerId);
    }

    /** Somebody with a trial token for this role. */
    public Person with(String role, String id) {
        return anybody().withToken(tokens.computeIfAbsent(role + " " + id, _ -> token(role, id)));
    }

    private String token(String role, String id) {
        return anybody()
                .post("/v1/dev/token", "{\"role\":\"%s\",\"id\":\"%s\"}".formatted(role, id))
                .isOk()
                .text("/token");
    }

    /** Where the node keeps things. */
    Path data() {
        return data;
    }

    @Override
    public void close() {
        application.close();
        if (own != null) {
            own.close();
        }
    }
}
