package io.appeals.api.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appeals.api.webhook.Receiver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node is killed with -9 while it delivers, again and again: between a receiver's answer and the commit that remembers
 * it, too. Whatever was acknowledged to its sender reaches the receiver, and what comes twice has the same webhook-id.
 */
@Tag("broker")
@Timeout(300)
class WebhooksAfterACrashTest {

    private static final int ROUNDS = Integer.getInteger("crash.rounds", 3);
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
    private static final Map<String, String> SETTINGS = Map.of(
            "APPEALS_WEBHOOKS_ALLOW_HTTP", "true",
            "APPEALS_WEBHOOKS_ALLOWED_NETWORKS", "127.0.0.0/8",
            "APPEALS_WEBHOOKS_RETRY_PAUSES", "0s,300ms,1s,2s,5s,5s,5s,5s,5s,5s");

    /** What happens after a restart is told soon: neither the dead process nor what it had under way is waited for. */
    private static final Duration SECONDS = Duration.ofSeconds(30);

    private static final Duration MINUTE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final ObjectMapper json = new ObjectMapper();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    @Test
    void whatWasAcknowledgedIsDeliveredHoweverOftenTheNodeIsKilled() throws Exception {
        System.out.println("webhooks after a crash: -Dcrash.seed=" + SEED);
        Random random = new Random(SEED);
        try (Receiver receiver = Receiver.start()) {
            receiver.answer(_ -> random.nextInt(10) == 0 ? 503 : 200);
            subscribe(receiver);
            for (int round = 0; round < ROUNDS; round++) {
                liveAndDie(round, 500 + random.nextInt(1_500));
            }
            try (NodeProcess node = NodeProcess.start(folder, SETTINGS);
                    Api api = new Api(node.apiUrl())) {
                String fresh = enforce(api, "L-fresh");
                await(SECONDS, () -> received(receiver).containsKey(fresh));
                await(MINUTE, () -> received(receiver).keySet().containsAll(acknowledged));
            }
            assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
            assertThat(received(receiver).values())
                    .as("every event has one webhook-id, however often it came")
                    .allSatisfy(ids -> assertThat(ids).hasSize(1));
            assertThat(inOrder(receiver)).isTrue();
        }
    }

    private void subscribe(Receiver receiver) throws IOException, InterruptedException {
        try (NodeProcess node = NodeProcess.start(folder, SETTINGS);
                Api api = new Api(node.apiUrl())) {
            Api.Answer made = api.post("platform", "market", "/v1/webhooks", "hooks", Map.of("url", receiver.url()));
            assertThat(made.status()).isEqualTo(201);
        }
    }

    /** Two events an appeal, as fast as they are taken, until the node dies. */
    private void liveAndDie(int round, int millis) throws Exception {
        try (NodeProcess node = NodeProcess.start(folder, SETTINGS);
                Api api = new Api(node.apiUrl())) {
            Thread sender = Thread.ofVirtual().start(() -> send(api, round));
            Thread.sleep(millis);
            node.kill();
            sender.join();
        }
    }

    private void send(Api api, int round) {
        try {
            for (int i = 0; i < 10_000; i++) {
                String reference = "L-" + round + "-" + i;
                enforce(api, reference);
                note(api.post(
                        "seller",
                        "S-1",
                        "/v1/appeals",
                        reference + "-open",
                        Map.of(
                                "subject", subject(reference),
                                "category", "PRODUCT_AUTHENTICITY",
                                "statement", "The goods are genuine.")));
            }
        } catch (IOException killed) {
            // What was under way may or may not have happened; only what was answered counts.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String enforce(Api api, String reference) throws IOException, InterruptedException {
        return note(api.post(
                "platform",
                "market",
                "/v1/enforcements",
                reference,
                Map.of(
                        "sellerId", "S-1",
                        "subject", subject(reference),
                        "restriction", "LISTING_REMOVED",
                        "decisionGround", "Terms of sale",
                        "facts", "Reported as counterfeit.")));
    }

    private static Map<String, String> subject(String reference) {
        return Map.of("type", "LISTING", "reference", reference);
    }

    /** @return what a receiver has to hear of, if it was accepted */
    private String note(Api.Answer answer) {
        String event = answer.json().path("appealId").asText() + "/"
                + answer.json().path("version").asLong();
        if (answer.status() == 201) {
            acknowledged.add(event);
        }
        return event;
    }

    /** The webhook-ids under which each event came. */
    private Map<String, Set<String>> received(Receiver receiver) {
        Map<String, Set<String>> received = new HashMap<>();
        for (Receiver.Request request : receiver.accepted()) {
            JsonNode body = body(request);
            received.computeIfAbsent(
                            body.path("appealId").asText() + "/"
                                    + body.path("sequence").asLong(),
                            _ -> new HashSet<>())
                    .add(request.header("webhook-id"));
        }
        return received;
    }

    /** No event came for the first time after a later one about the same appeal. */
    private boolean inOrder(Receiver receiver) {
        Map<String, List<Long>> firsts = new HashMap<>();
        for (Receiver.Request request : receiver.accepted()) {
            JsonNode body = body(request);
            List<Long> seen = firsts.computeIfAbsent(body.path("appealId").asText(), _ -> new ArrayList<>());
            if (!seen.contains(body.path("sequence").asLong())) {
                seen.add(body.path("sequence").asLong());
            }
        }
        return firsts.values().stream()
                .allMatch(seen -> seen.equals(seen.stream().sorted().toList()));
    }

    private JsonNode body(Receiver.Request request) {
        try {
            return json.readTree(request.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(Duration patience, BooleanSupplier condition) throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("in time").isBefore(deadline);
            Thread.sleep(50);
        }
    }
}
