package io.appeals.api.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import io.appeals.api.crash.Api;
import io.appeals.api.crash.NodeProcess;
import io.appeals.api.webhook.Receiver;
import io.appeals.schema.table.SlaAlert;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.Published;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo, with its own broker and two hours a second, while everybody listens who can. */
@Tag("broker")
@Timeout(300)
@DisplayName("A warning, a breach and a recovery, on all the ways that they take")
class AlertsEverywhereTest {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final List<String> KINDS = List.of("sla.warning", "sla.breached", "sla.recovered");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    /** The ids of alerts by where they were heard of and of which kind they are. */
    private final Map<String, Set<String>> heard = new ConcurrentHashMap<>();

    @Test
    void eachIsHeardOfUnderItsOneIdInTheTopicByWebhookByStreamAtAlertmanagerAndInTheApi() throws Exception {
        assumeTrue(
                AlertmanagerProcess.program().isPresent(),
                "Alertmanager is not installed here (Debian's package prometheus-alertmanager)");
        try (Receiver webhooks = Receiver.start();
                Receiver operators = Receiver.start();
                AlertmanagerProcess alertmanager = AlertmanagerProcess.start(folder, operators.url());
                NodeProcess demo = NodeProcess.start(
                        folder,
                        Map.of(
                                "APPEALS_WEBHOOKS_ALLOW_HTTP", "true",
                                "APPEALS_WEBHOOKS_ALLOWED_NETWORKS", "127.0.0.0/8",
                                "APPEALS_ALERTMANAGER_URL", alertmanager.url().toString(),
                                "APPEALS_ALERTMANAGER_RENEW_EVERY", "2s"),
                        "demo",
                        "--time-factor=7200",
                        "--rate=20",
                        "--seed=4711");
                Api api = new Api(demo.apiUrl());
                HttpClient listener = HttpClient.newHttpClient()) {
            String secret = subscribe(api, webhooks);
            Thread stream = Thread.startVirtualThread(() -> listen(listener, api, demo.apiUrl()));
            awaitAllEverywhere(demo, api, webhooks, secret, operators);
            stream.interrupt();
            listener.shutdownNow();
        }
    }

    private static String subscribe(Api api, Receiver receiver) throws IOException, InterruptedException {
        Map<String, Object> body = Map.of("url", receiver.url(), "eventTypes", List.of("sla.*"));
        return api.post("platform", "market", "/v1/webhooks", "hooks", body)
                .json()
                .path("secret")
                .asText();
    }

    private void awaitAllEverywhere(NodeProcess demo, Api api, Receiver webhooks, String secret, Receiver operators)
            throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!KINDS.stream().allMatch(this::isEverywhere)) {
            assertThat(Instant.now()).as("heard so far: %s", heard).isBefore(deadline);
            Thread.sleep(500);
            readTopic(demo.bootstrapServers());
            readWebhooks(webhooks, secret);
            readAlertmanager(operators);
            readApi(api);
        }
    }

    private boolean isEverywhere(String kind) {
        Set<String> common = new HashSet<>(ids("topic", kind));
        List.of("webhook", "stream", "alertmanager", "api").forEach(way -> common.retainAll(ids(way, kind)));
        return !common.isEmpty();
    }

    private Set<String> ids(String way, String kind) {
        return heard.computeIfAbsent(way + " " + kind, _ -> ConcurrentHashMap.newKeySet());
    }

    /** However far the product's time is ahead, Kafka is told the machine's. */
    private void readTopic(String bootstrapServers) {
        try (KafkaConsumer<String, byte[]> log = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = log.partitionsFor(Topic.SLA_ALERTS.topicName()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            log.assign(partitions);
            log.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = log.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> log.position(each) < ends.getOrDefault(each, 0L))) {
                for (ConsumerRecord<String, byte[]> record : log.poll(Duration.ofMillis(100))) {
                    SlaAlert alert = Published.SLA_ALERTS.wireFormat().decode(record.value());
                    assertThat(record.timestamp())
                            .isLessThan(Instant.now().plusSeconds(60).toEpochMilli());
                    ids("topic", alert.type()).add(alert.alertId());
                }
            }
        }
    }

    private void readWebhooks(Receiver receiver, String secret) throws Exception {
        for (Receiver.Request request : receiver.accepted()) {
            new Webhook(secret).verify(request.body(), request.headers());
            JsonNode body = JSON.readTree(request.body());
            ids("webhook", body.path("type").asText())
                    .add(body.at("/data/alertId").asText());
        }
    }

    private void readAlertmanager(Receiver operators) throws IOException {
        for (Receiver.Request request : operators.accepted()) {
            for (JsonNode alert : JSON.readTree(request.body()).path("alerts")) {
                JsonNode annotations = alert.path("annotations");
                boolean warning = alert.at("/labels/alertname").asText().equals("SlaWarning");
                if (alert.path("status").asText().equals("firing")) {
                    ids("alertmanager", warning ? "sla.warning" : "sla.breached")
                            .add(annotations.path("alertId").asText());
                } else if (annotations.has("recoveryId")) {
                    ids("alertmanager", "sla.recovered")
                            .add(annotations.path("recoveryId").asText());
                }
            }
        }
    }

    private void readApi(Api api) throws IOException, InterruptedException {
        for (String kind : KINDS) {
            JsonNode items = api.get("platform", "market", "/v1/sla/alerts?limit=200&type=" + kind)
                    .json()
                    .path("items");
            items.forEach(item -> ids("api", kind).add(item.path("alertId").asText()));
        }
    }

    private void listen(HttpClient client, Api api, URI url) {
        try {
            HttpRequest request = HttpRequest.newBuilder(url.resolve("/v1/stream?types=sla.*"))
                    .header("Authorization", "Bearer " + api.token("platform", "market"))
                    .header("Accept", "text/event-stream")
                    .build();
            try (Stream<String> lines =
                    client.send(request, BodyHandlers.ofLines()).body()) {
                lines.filter(line -> line.startsWith("data: ")).forEach(line -> heardOnStream(line.substring(6)));
            }
        } catch (IOException | UncheckedIOException ended) {
            // The test ends the stream.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void heardOnStream(String data) {
        try {
            JsonNode event = JSON.readTree(data);
            ids("stream", event.path("type").asText())
                    .add(event.at("/data/alertId").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
