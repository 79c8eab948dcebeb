package io.appeals.api.webhook;

import static io.appeals.api.webhook.WebhooksOnALogTest.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.http.Bodies;
import io.appeals.api.http.Person;
import io.appeals.api.http.RunningApi;
import io.appeals.api.http.SmallCluster;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A node died while it had a transaction open and was a member of the group. Neither its transaction nor its membership ends
 * for minutes here, so that whoever waits for either delivers nothing in time.
 */
@Tag("broker")
@Timeout(180)
class WebhooksAfterALostNodeTest {

    @RegisterExtension
    static final SmallCluster live = new SmallCluster();

    private final String seller = "S-" + UUID.randomUUID();

    @BeforeAll
    static void alone() {
        live.stopFirst();
    }

    @Test
    void theNodeThatTakesOverEndsWhatTheLostOneHadUnderWay() {
        try (LostNode _ = LostNode.insideATransaction(live.bootstrapServers(), "node-lost");
                RunningApi successor = live.node("node-2")) {
            deliversAtOnce(successor);
        }
    }

    @Test
    void theNodeThatComesBackTakesThePlaceOfItsFormerProcess() {
        try (LostNode _ = LostNode.insideATransactionAndTheGroup(live.bootstrapServers(), "node-1");
                RunningApi restarted = live.node("node-1")) {
            deliversAtOnce(restarted);
        }
    }

    private void deliversAtOnce(RunningApi node) {
        try (Receiver receiver = Receiver.start()) {
            Person platform = node.with("platform", "market");
            await(() -> platform.post(
                                    "/v1/webhooks",
                                    "{\"url\": \"%s\", \"sellerId\": \"%s\"}".formatted(receiver.url(), seller))
                            .status()
                    == 201);
            // The node is still taking its partitions over, as owner too: a command may have to be sent again.
            Person persistent = platform.with("idempotency-key", "enforce-" + seller);
            await(() -> persistent
                            .post("/v1/enforcements", Bodies.enforcement(seller, "L-1"))
                            .status()
                    < 300);
            await(() -> !receiver.accepted().isEmpty());
            assertThat(receiver.accepted())
                    .allSatisfy(request -> assertThat(request.body()).contains("EnforcementRecorded"));
        }
    }
}
