package io.appeals.api.webhook;

import static io.appeals.api.webhook.WebhooksOnALogTest.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appeals.api.http.Answer;
import io.appeals.api.http.Bodies;
import io.appeals.api.http.Person;
import io.appeals.api.http.RunningApi;
import io.appeals.api.http.SmallCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nodes share the work, and one goes on where another stopped. */
@Tag("broker")
@Timeout(180)
class WebhooksOnTwoNodesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int APPEALS = 40;

    @RegisterExtension
    static final SmallCluster live = new SmallCluster();

    private final String seller = "S-" + UUID.randomUUID();

    @Test
    void whatOneNodeCouldNotDeliverAnotherDelivers() {
        try (Receiver receiver = Receiver.start()) {
            receiver.answer(503);
            Answer webhook = platform(live.api())
                    .post("/v1/webhooks", "{\"url\": \"%s\", \"sellerId\": \"%s\"}".formatted(receiver.url(), seller))
                    .is(201);
            String path = webhook.header("location");
            begin(live.api());

            RunningApi other = live.node("node-2");
            assertThat(platform(other).get(path).isOk().text("/url")).isEqualTo(receiver.url());
            await(() -> deliveries(other, path, "WAITING") >= APPEALS);

            // The second node is alone from here on, and the receiver is back.
            try (other) {
                live.stopFirst();
                receiver.answer(200);
                amend(other);
                await(() -> received(receiver).values().stream()
                                .filter(sequences -> sequences.size() == 2)
                                .count()
                        == APPEALS);
                assertThat(received(receiver).values())
                        .allSatisfy(sequences -> assertThat(sequences).containsExactly(1L, 2L));
                await(() -> deliveries(other, path, "WAITING") == 0);
            }
        }
    }

    private static Person platform(RunningApi node) {
        return node.with("platform", "market");
    }

    private void begin(RunningApi node) {
        for (int i = 0; i < APPEALS; i++) {
            platform(node)
                    .post("/v1/enforcements", Bodies.enforcement(seller, "L-" + i))
                    .is(201);
        }
    }

    private void amend(RunningApi node) {
        for (int i = 0; i < APPEALS; i++) {
            int listing = i;
            await(() -> node.seller(seller)
                            .post("/v1/appeals", Bodies.opening("L-" + listing))
                            .status()
                    < 300);
        }
    }

    private static int deliveries(RunningApi node, String path, String status) {
        return platform(node)
                .get(path + "/deliveries?limit=200&status=" + status)
                .isOk()
                .json()
                .at("/items")
                .size();
    }

    /** What the receiver took, by appeal: each event in the order in which it first came. */
    private static Map<String, Set<Long>> received(Receiver receiver) {
        Map<String, Set<Long>> received = new LinkedHashMap<>();
        for (Receiver.Request request : receiver.accepted()) {
            try {
                JsonNode body = JSON.readTree(request.body());
                received.computeIfAbsent(body.at("/appealId").asText(), _ -> new LinkedHashSet<>())
                        .add(body.at("/sequence").asLong());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return received;
    }
}
