package io.appeals.api.registry.configured;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.appeals.api.broker.LoopbackPort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Apicurio's own registry server, as its makers publish it, in a process of its own; it keeps everything in memory. */
final class Apicurio implements AutoCloseable {

    /** Unpacked there by the build with {@code -Dforeign.required=true}. */
    private static final Path FOLDER = Path.of("target", "foreign", "apicurio");

    private static final Duration LONGEST_START = Duration.ofSeconds(90);

    private final Process process;
    private final String url;

    private Apicurio(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static Apicurio start() throws IOException, InterruptedException {
        Path jar = FOLDER.resolve("quarkus-run.jar");
        if (!Boolean.getBoolean("foreign.required")) {
            assumeTrue(Files.exists(jar), "no Apicurio Registry; -Dforeign.required=true has the build fetch it");
        }
        int port = LoopbackPort.findFree();
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-jar",
                        jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "apicurio.log").toFile())
                .start();
        Apicurio apicurio = new Apicurio(process, "http://127.0.0.1:" + port + "/apis/ccompat/v7");
        try {
            apicurio.awaitAnswer();
            return apicurio;
        } catch (IOException | InterruptedException | RuntimeException failed) {
            apicurio.close();
            throw failed;
        }
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(LONGEST_START);
        while (!answers()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException(
                        "Apicurio does not answer:\n" + Files.readString(Path.of("target", "apicurio.log")));
            }
            Thread.sleep(200);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return get("/subjects").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString());
        }
    }

    /** The root of its Confluent-compatible API. */
    String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
