package io.appeals.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import io.appeals.api.http.Answer;
import io.appeals.api.http.Casework;
import io.appeals.api.http.Person;
import io.appeals.api.http.RunningApi;
import io.appeals.api.http.SmallCluster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From an appeal's command over HTTP to a receiver on a real connection, through a real log. */
@Tag("broker")
@Timeout(120)
class WebhooksOnALogTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An endpoint that was down is tried again after up to half a minute, and a takeover comes on top. */
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    @RegisterExtension
    static final SmallCluster live = new SmallCluster();

    private final List<Receiver> receivers = new ArrayList<>();
    private final List<String> made = new ArrayList<>();

    private RunningApi api() {
        return live.api();
    }

    private Person platform() {
        return api().with("platform", "market");
    }

    private Receiver receiver() {
        Receiver receiver = Receiver.start();
        receivers.add(receiver);
        return receiver;
    }

    @AfterEach
    void stop() {
        made.forEach(id -> platform().delete("/v1/webhooks/" + id));
        receivers.forEach(Receiver::close);
    }

    private Answer subscribe(Person owner, Receiver receiver, String more) {
        Answer answer = owner.post("/v1/webhooks", "{\"url\": \"%s\"%s}".formatted(receiver.url(), more))
                .is(201);
        made.add(answer.text("/webhookId"));
        return answer;
    }

    @Test
    void everyEventOfAnAppealArrivesOnceInOrderAndSigned() throws Exception {
        Receiver receiver = receiver();
        String seller = "S-" + UUID.randomUUID();
        Answer webhook = subscribe(platform(), receiver, "");
        Casework appeal = Casework.underReview(api());

        await(() -> sequences(receiver, appeal.id()).size() == appeal.version());
        assertThat(sequences(receiver, appeal.id()))
                .isEqualTo(java.util.stream.LongStream.rangeClosed(1, appeal.version())
                        .boxed()
                        .toList());
        Receiver.Request last = about(receiver, appeal.id()).getLast();
        new Webhook(webhook.text("/secret")).verify(last.body(), last.headers());
        JsonNode body = JSON.readTree(last.body());
        assertThat(body.at("/type").asText()).isEqualTo("ReviewStarted");
        assertThat(body.at("/sellerId").asText()).isEqualTo(appeal.sellerId()).isNotEqualTo(seller);
        assertThat(body.at("/data/status").asText()).isEqualTo("UNDER_REVIEW");
        assertThat(Instant.parse(body.at("/timestamp").asText())).isBefore(Instant.now());
        assertThat(last.header("webhook-id")).startsWith("msg_");

        JsonNode events = appeal.is("reviewer")
                .get("/v1/appeals/" + appeal.id() + "/events")
                .isOk()
                .json();
        assertThat(body.at("/data/eventId"))
                .isEqualTo(events.at("/items").get((int) appeal.version() - 1).at("/eventId"));
    }

    @Test
    void nothingIsSentToAWebhookThatWasRemovedHoweverMuchWaits() throws Exception {
        Receiver removed = receiver();
        Receiver other = receiver();
        removed.answer(500);
        other.answer(500);
        String id = subscribe(platform(), removed, "").text("/webhookId");
        subscribe(platform(), other, "");
        for (int i = 0; i < 6; i++) {
            Casework.opened(api());
        }
        await(() -> removed.requests().size() >= 12 && other.requests().size() >= 12);

        platform().delete("/v1/webhooks/" + id).is(204);
        Thread.sleep(500);
        int sent = removed.requests().size();
        int sentToTheOther = other.requests().size();
        await(() -> other.requests().size() >= sentToTheOther + 6);

        assertThat(removed.requests()).hasSize(sent);
    }

    @Test
    void aSellerHearsOfTheirOwnAppealsOnlyAndNothingOfTheMarketplacesInternals() {
        Receiver receiver = receiver();
        Casework own = Casework.underReview(api());
        subscribe(own.seller(), receiver, "");
        Casework other = Casework.submitted(api());
        own.by("reviewer", "/messages", "{\"body\": \"Looks forged.\", \"visibility\": \"MARKETPLACE\"}")
                .by("reviewer", "/flags", "{\"flag\": \"DOCUMENT_REUSED\", \"reason\": \"Seen before.\"}")
                .by("reviewer", "/messages", "{\"body\": \"We need a day.\", \"visibility\": \"ALL\"}");

        await(() ->
                receiver.requests().stream().anyMatch(request -> request.body().contains("We need a day")));
        assertThat(receiver.requests()).hasSize(1);
        assertThat(about(receiver, other.id())).isEmpty();
    }

    @Test
    void aReceiverThatFailsForAWhileGetsEverythingInOrderAfterwards() {
        Receiver receiver = receiver();
        AtomicInteger refused = new AtomicInteger();
        receiver.answer(_ -> refused.getAndIncrement() < 3 ? 500 : 200);
        Answer webhook = subscribe(platform(), receiver, "");
        Casework appeal = Casework.submitted(api());

        await(() -> distinct(sequences(receiver, appeal.id())).size() == appeal.version());
        List<Long> seen = sequences(receiver, appeal.id());
        assertThat(seen).isSorted();
        List<String> ids = about(receiver, appeal.id()).stream()
                .filter(request -> request.body().contains("\"sequence\":1,"))
                .map(request -> request.header("webhook-id"))
                .toList();
        assertThat(ids).hasSizeGreaterThan(1);
        assertThat(ids.stream().distinct()).hasSize(1);

        await(() -> !deliveries(webhook, "DELIVERED").isEmpty()
                && deliveries(webhook, "WAITING").isEmpty());
    }

    @Test
    void aDeadReceiverDoesNotDelayAnother() {
        Receiver dead = receiver();
        dead.delay(Duration.ofSeconds(20));
        Receiver alive = receiver();
        subscribe(platform(), dead, "");
        subscribe(platform(), alive, "");
        Instant begun = Instant.now();
        Casework appeal = Casework.submitted(api());
        await(() -> sequences(alive, appeal.id()).size() == appeal.version());
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void afterA410TheWebhookIsDisabledAndGoesOnWhereItStoppedOnceEnabled() {
        Receiver receiver = receiver();
        receiver.answer(410);
        Answer webhook = subscribe(platform(), receiver, "");
        String path = "/v1/webhooks/" + webhook.text("/webhookId");
        Casework appeal = Casework.submitted(api());
        await(() -> platform().get(path).text("/status").equals("DISABLED"));
        assertThat(platform().get(path).text("/reason")).contains("410");
        int before = receiver.requests().size();

        receiver.answer(200);
        platform().post(path + "/enable").isOk();
        await(() -> distinct(sequences(receiver, appeal.id())).size() == appeal.version());
        assertThat(before).isLessThan((int) appeal.version());
        assertThat(platform().get(path).text("/status")).isEqualTo("ENABLED");
    }

    @Test
    void aReceiverThatAsksForAPauseIsLeftAlone() {
        Receiver receiver = receiver();
        AtomicBoolean first = new AtomicBoolean(true);
        List<Instant> came = new ArrayList<>();
        receiver.answer(_ -> {
                    came.add(Instant.now());
                    return first.getAndSet(false) ? 429 : 200;
                })
                .with("Retry-After", "2");
        subscribe(platform(), receiver, "");
        Casework appeal = Casework.enforced(api());
        await(() -> sequences(receiver, appeal.id()).size() == 2);
        assertThat(Duration.between(came.get(0), came.get(1))).isGreaterThanOrEqualTo(Duration.ofMillis(1_900));
    }

    @Test
    void aDeliveryIsListedAndSentAgainByHandUnderTheSameId() {
        Receiver receiver = receiver();
        Answer webhook = subscribe(platform(), receiver, ", \"eventTypes\": [\"EnforcementRecorded\"]");
        Casework appeal = Casework.enforced(api());
        await(() -> !deliveries(webhook, "DELIVERED").isEmpty());
        JsonNode delivery = deliveries(webhook, "DELIVERED").get(0);
        assertThat(delivery.at("/appealId").asText()).isEqualTo(appeal.id());
        assertThat(delivery.at("/httpStatus").asInt()).isEqualTo(204);

        String path = "/v1/webhooks/" + webhook.text("/webhookId") + "/deliveries/";
        platform().post(path + delivery.at("/deliveryId").asText() + "/retry").is(202);
        await(() -> receiver.requests().size() == 2);
        assertThat(receiver.requests().stream()
                        .map(request -> request.header("webhook-id"))
                        .distinct())
                .containsExactly(delivery.at("/deliveryId").asText());
        platform().post(path + "msg_unknown/retry").isProblem(404, "not-found");
    }

    @Test
    void afterARotationBothSecretsVerifyWhatIsSent() throws Exception {
        Receiver receiver = receiver();
        Answer webhook = subscribe(platform(), receiver, "");
        String path = "/v1/webhooks/" + webhook.text("/webhookId");
        Person once = platform().with("idempotency-key", UUID.randomUUID().toString());
        Answer rotated = once.post(path + "/rotate-secret").isOk();
        assertThat(once.post(path + "/rotate-secret").isOk().text("/secret")).isEqualTo(rotated.text("/secret"));
        assertThat(rotated.text("/secret")).isNotEqualTo(webhook.text("/secret"));

        assertThat(platform()
                        .post(path + "/test")
                        .isOk()
                        .json()
                        .at("/delivered")
                        .asBoolean())
                .isTrue();
        Receiver.Request request = receiver.requests().getLast();
        new Webhook(webhook.text("/secret")).verify(request.body(), request.headers());
        new Webhook(rotated.text("/secret")).verify(request.body(), request.headers());
        assertThat(request.body()).contains("webhook.test");
    }

    private JsonNode deliveries(Answer webhook, String status) {
        return platform()
                .get("/v1/webhooks/" + webhook.text("/webhookId") + "/deliveries?status=" + status)
                .isOk()
                .json()
                .at("/items");
    }

    private static List<Receiver.Request> about(Receiver receiver, String appealId) {
        return receiver.requests().stream()
                .filter(request -> request.body().contains("\"appealId\":\"" + appealId))
                .toList();
    }

    private static List<Long> sequences(Receiver receiver, String appealId) {
        return about(receiver, appealId).stream()
                .map(request -> read(request.body()).at("/sequence").asLong())
                .toList();
    }

    private static List<Long> distinct(List<Long> numbers) {
        return numbers.stream().distinct().toList();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("in time").isBefore(deadline);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
