package io.appeals.api.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** A real Alertmanager in a process of its own, which tells a receiver of everything at once. */
final class AlertmanagerProcess implements AutoCloseable {

    private final Process process;
    private final URI url;

    private AlertmanagerProcess(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** The program, where it is installed: Debian's package prometheus-alertmanager, or the project's own. */
    static Optional<String> program() {
        return Stream.of("/usr/bin/prometheus-alertmanager", "/usr/bin/alertmanager", "/usr/local/bin/alertmanager")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst();
    }

    static AlertmanagerProcess start(Path folder, String receiver) throws IOException, InterruptedException {
        Path configuration = folder.resolve("alertmanager.yml");
        Files.writeString(configuration, """
                route: {receiver: test, group_by: ['...'], group_wait: 0s, group_interval: 1s, repeat_interval: 1h}
                receivers:
                  - name: test
                    webhook_configs: [{url: '%s', send_resolved: true}]
                """.formatted(receiver));
        int port = freePort();
        Process process = new ProcessBuilder(
                        program().orElseThrow(),
                        "--config.file=" + configuration,
                        "--storage.path=" + folder.resolve("alertmanager"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address=")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("alertmanager.log").toFile())
                .start();
        AlertmanagerProcess started = new AlertmanagerProcess(process, URI.create("http://127.0.0.1:" + port));
        started.awaitReady();
        return started;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private void awaitReady() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/-/ready")).build();
        Instant deadline = Instant.now().plusSeconds(30);
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!isReady(client, request)) {
                assertThat(process.isAlive() && Instant.now().isBefore(deadline))
                        .as("Alertmanager is ready")
                        .isTrue();
                Thread.sleep(50);
            }
        }
    }

    private static boolean isReady(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    URI url() {
        return url;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
