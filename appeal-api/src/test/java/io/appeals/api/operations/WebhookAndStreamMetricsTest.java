package io.appeals.api.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.http.Casework;
import io.appeals.api.http.Person;
import io.appeals.api.http.RunningApi;
import io.appeals.api.http.SmallCluster;
import io.appeals.api.webhook.Receiver;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is shown of those who are told, on one node and on two. */
@Tag("broker")
@Timeout(180)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WebhookAndStreamMetricsTest {

    @RegisterExtension
    static final SmallCluster live = new SmallCluster();

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int PARTITIONS = 4;

    private static Person platform() {
        return live.api().with("platform", "market");
    }

    private static double now(String metric, String... labels) {
        return Scrape.of(live.api()).sum(metric, labels);
    }

    @Test
    @Order(1)
    void aReceiverThatIsDownIsSeenByWhatWaitsAndWhatIsGoneByWhatIsDisabled() {
        try (Receiver receiver = Receiver.start()) {
            receiver.answer(500);
            platform()
                    .post("/v1/webhooks", "{\"url\": \"%s\"}".formatted(receiver.url()))
                    .is(201);
            Casework appeal = Casework.submitted(live.api());

            await(() -> now("appeals_webhook_waiting_deliveries") >= appeal.version());
            assertThat(now("appeals_webhook_attempt_seconds_count", "outcome=\"failed\""))
                    .isPositive();
            assertThat(now("appeals_webhook_oldest_waiting_seconds")).isPositive();
            assertThat(now("appeals_webhook_endpoints", "state=\"enabled\"")).isOne();

            receiver.answer(204);
            await(() -> now("appeals_webhook_waiting_deliveries") == 0);
            assertThat(now("appeals_webhook_attempt_seconds_count", "outcome=\"delivered\""))
                    .isGreaterThanOrEqualTo(appeal.version());
            assertThat(now("appeals_webhook_oldest_waiting_seconds")).isZero();

            receiver.answer(410);
            Casework.submitted(live.api());
            await(() -> now("appeals_webhook_endpoints", "state=\"disabled\"") == 1);
            assertThat(now("appeals_webhook_disablements_total")).isOne();
            assertThat(now("appeals_webhook_endpoints", "state=\"enabled\"")).isZero();
        }
    }

    @Test
    @Order(2)
    void whoListensToTheStreamIsCounted() throws IOException, InterruptedException {
        var request = platform().request("GET", "/v1/stream", BodyPublishers.noBody(), false);
        try (InputStream stream =
                live.api().client().send(request, BodyHandlers.ofInputStream()).body()) {
            assertThat(stream.read()).isPositive();
            await(() -> now("appeals_stream_clients") == 1);
        }
        await(() -> now("appeals_stream_clients") == 0);
    }

    @Test
    @Order(3)
    void theFiguresOfTwoNodesAddUpToThoseOfTheWhole() {
        for (int i = 0; i < 6; i++) {
            Casework.submitted(live.api());
        }
        await(() -> now("appeals_sla_clocks", "metric=\"decision\"") >= 6);
        double decisions = now("appeals_sla_clocks", "metric=\"decision\"");

        try (RunningApi second = live.node("node-2")) {
            await(() -> together(second, "appeals_writer_serving_partitions") == PARTITIONS
                    && Scrape.of(second).sum("appeals_writer_serving_partitions") > 0);
            for (String projection : new String[] {"appeals-status-v2", "appeals-sla-v1"}) {
                await(() ->
                        together(second, "appeals_projection_caught_up_partitions", "projection=\"" + projection + "\"")
                                        == PARTITIONS
                                && Scrape.of(second)
                                                .sum(
                                                        "appeals_projection_caught_up_partitions",
                                                        "projection=\"" + projection + "\"")
                                        > 0);
            }
            await(() -> together(second, "appeals_sla_clocks", "metric=\"decision\"") == decisions);
            await(() -> together(second, "appeals_webhook_endpoints") == 1);
            await(() -> together(second, "appeals_webhook_partitions", "topic=\"appeals.events.v1\"") == PARTITIONS);
            assertThat(Scrape.of(second).sum("appeals_log_partitions")).isEqualTo(PARTITIONS);
        }
    }

    private static double together(RunningApi second, String metric, String... labels) {
        return now(metric, labels) + Scrape.of(second).sum(metric, labels);
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
    }
}
