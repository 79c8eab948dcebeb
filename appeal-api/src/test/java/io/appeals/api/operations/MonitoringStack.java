package io.appeals.api.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appeals.api.broker.LoopbackPort;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real Prometheus and a real Alertmanager, with the shipped configuration and rules. Only what is of a test is changed:
 * addresses, and how often they look.
 */
final class MonitoringStack implements AutoCloseable {

    private static final int SECONDS_TO_END = 10;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Process> processes = new ArrayList<>();
    private final Path folder;
    private final String prometheus;
    private final String alertmanager;

    private MonitoringStack(Path folder) throws IOException {
        this.folder = folder;
        this.prometheus = "127.0.0.1:" + LoopbackPort.findFree();
        this.alertmanager = "127.0.0.1:" + LoopbackPort.findFree();
    }

    /**
     * Starts both.
     *
     * @param node that is watched
     * @param receiver where alerts are sent to
     */
    static MonitoringStack start(Path folder, URI node, String receiver) throws IOException {
        MonitoringStack stack = new MonitoringStack(folder);
        try {
            stack.startAlertmanager(receiver);
            stack.startPrometheus(node);
            return stack;
        } catch (IOException | RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private void startAlertmanager(String receiver) throws IOException {
        ObjectNode configuration = Shipped.editable(Shipped.ALERTMANAGER);
        ObjectNode route = (ObjectNode) configuration.path("route");
        route.put("group_wait", "100ms").put("group_interval", "1s");
        ObjectNode operators = (ObjectNode) configuration.at("/receivers/0");
        operators.putArray("webhook_configs").addObject().put("url", receiver);
        Path file = Shipped.write(configuration, folder.resolve("alertmanager.yml"));
        run(
                "alertmanager",
                Tool.ALERTMANAGER.path(),
                "--config.file=" + file,
                "--storage.path=" + folder.resolve("alertmanager"),
                "--cluster.listen-address=",
                "--web.listen-address=" + alertmanager);
    }

    private void startPrometheus(URI node) throws IOException {
        ObjectNode configuration = Shipped.editable(Shipped.PROMETHEUS);
        ObjectNode global = (ObjectNode) configuration.path("global");
        global.put("scrape_interval", "1s").put("evaluation_interval", "1s");
        configuration.putArray("rule_files").add(Shipped.RULES.toString());
        ((ObjectNode) configuration.at("/alerting/alertmanagers/0/static_configs/0"))
                .putArray("targets")
                .add(alertmanager);
        ((ObjectNode) configuration.at("/scrape_configs/0/static_configs/0"))
                .putArray("targets")
                .add(node.getAuthority());
        Path file = Shipped.write(configuration, folder.resolve("prometheus.yml"));
        run(
                "prometheus",
                Tool.PROMETHEUS.path(),
                "--config.file=" + file,
                "--storage.tsdb.path=" + folder.resolve("prometheus"),
                "--web.listen-address=" + prometheus);
    }

    private void run(String name, String... command) throws IOException {
        processes.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start());
    }

    /** The samples that an expression has at this moment; empty also while Prometheus is not up yet. */
    JsonNode query(String expression) {
        return get(prometheus, "/api/v1/query?query=" + URLEncoder.encode(expression, UTF_8))
                .at("/data/result");
    }

    /** What Prometheus says of an expression, good or bad. */
    JsonNode answer(String expression) {
        return get(prometheus, "/api/v1/query?query=" + URLEncoder.encode(expression, UTF_8));
    }

    JsonNode rules() {
        return get(prometheus, "/api/v1/rules").at("/data/groups");
    }

    JsonNode alerts() {
        return get(alertmanager, "/api/v2/alerts");
    }

    private JsonNode get(String server, String path) {
        try {
            String body = client.send(
                            HttpRequest.newBuilder(URI.create("http://" + server + path))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            return new ObjectMapper().readTree(body);
        } catch (IOException e) {
            return new ObjectMapper().createObjectNode().put("problem", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** What the two wrote, for whoever wonders why a test failed. */
    String logs() {
        StringBuilder all = new StringBuilder();
        for (String name : List.of("prometheus", "alertmanager")) {
            try {
                all.append(Files.readString(folder.resolve(name + ".log"))).append('\n');
            } catch (IOException e) {
                all.append(name).append(" wrote nothing: ").append(e).append('\n');
            }
        }
        return all.toString();
    }

    @Override
    public void close() {
        processes.forEach(Process::destroy);
        for (Process process : processes) {
            try {
                if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
