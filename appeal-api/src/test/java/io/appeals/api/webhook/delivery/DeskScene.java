package io.appeals.api.webhook.delivery;

import io.appeals.api.feed.FeedItem;
import io.appeals.api.webhook.Webhook;
import io.appeals.api.webhook.endpoint.Answer;
import io.appeals.api.webhook.signature.SignatureScheme;
import io.appeals.schema.webhook.LogPosition;
import io.appeals.schema.webhook.WebhookAttempt;
import io.appeals.schema.webhook.WebhookRow;
import io.appeals.schema.webhook.WebhookState;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.WireFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A delivery desk, with a log of one partition, hand-made receivers, and a clock that stands until it is moved. */
final class DeskScene {

    static final String TOPIC = "appeals.events.v1";
    static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");

    private final List<FeedItem> log = new ArrayList<>();
    private final List<Errand> sent = new ArrayList<>();
    private final List<Errand> underWay = new ArrayList<>();
    private final Map<String, List<Delivery>> accepted = new HashMap<>();
    private final Map<String, Optional<WebhookState>> kept = new LinkedHashMap<>();
    private final List<WebhookAttempt> attempts = new ArrayList<>();
    private final Map<String, Webhook> webhooks = new HashMap<>();
    private final WireFormat<WebhookRow> format = Published.WEBHOOKS.wireFormat();
    private DeliveryDesk desk = newDesk();
    private Instant now = BEGIN;
    private long place;

    DeskScene() {
        desk.open(PARTITION, 0);
    }

    private DeliveryDesk newDesk() {
        return new DeliveryDesk(
                RetrySchedule.STANDARD,
                4,
                errand -> {
                    sent.add(errand);
                    underWay.add(errand);
                },
                () -> 0);
    }

    /** Somebody who wants to hear everything that happens from now on. */
    Webhook subscribed(String id) {
        return subscribed(id, null, null, "*");
    }

    Webhook subscribed(String id, @Nullable String sellerId, @Nullable String ownerSellerId, String... types) {
        Webhook webhook = unheardOf(id, sellerId, ownerSellerId, types);
        desk.know(webhook);
        return webhook;
    }

    /** Somebody has subscribed, but this node does not know it yet. */
    Webhook unheardOf(String id, @Nullable String sellerId, @Nullable String ownerSellerId, String... types) {
        WebhookState.Subscription row = new WebhookState.Subscription(
                "https://example.com/" + id,
                List.of(types),
                sellerId,
                ownerSellerId,
                "market",
                null,
                SignatureScheme.V1.newKey().written(),
                null,
                null,
                "digest",
                null,
                now,
                List.of(new LogPosition(TOPIC, 0, log.size())));
        Webhook webhook = Webhook.of(id, row, null);
        webhooks.put(id, webhook);
        return webhook;
    }

    void standing(String id, boolean enabled) {
        Webhook before = Objects.requireNonNull(webhooks.get(id));
        Webhook after = Webhook.of(id, before.row(), new WebhookState.Standing(enabled, "a test", now));
        webhooks.put(id, after);
        desk.know(after);
    }

    void forget(String id) {
        webhooks.remove(id);
        desk.forget(id);
    }

    /** Something happens to an appeal, and the node reads it. */
    FeedItem happened(String appealId, long sequence) {
        return happened(appealId, sequence, "AppealAmended", false);
    }

    FeedItem happened(String appealId, long sequence, String type, boolean internal) {
        FeedItem item = written(appealId, sequence, type, internal);
        desk.read(item, now);
        desk.readUpTo(PARTITION, log.size());
        desk.turn(now);
        return item;
    }

    /** It is in the log, but this node has not read it. */
    FeedItem written(String appealId, long sequence, String type, boolean internal) {
        FeedItem item = new FeedItem(
                new FeedItem.Place(TOPIC, 0, log.size()),
                appealId + "/" + sequence,
                type,
                now,
                appealId,
                "S-" + appealId.charAt(0),
                sequence,
                internal,
                Map.of());
        log.add(item);
        return item;
    }

    /** The lanes that are behind read on by themselves. */
    void readBacklogs() {
        for (Lane lane : desk.behind()) {
            int from = (int) Math.min(lane.next(), log.size());
            desk.readBacklog(lane, List.copyOf(log.subList(from, log.size())), log.size(), now);
        }
        desk.turn(now);
    }

    /** What has been sent and not been answered yet. */
    List<Errand> underWay() {
        return List.copyOf(underWay);
    }

    /** As {@code appealId/sequence}. */
    List<String> sentTo(String webhookId) {
        return sent.stream()
                .filter(errand -> errand.webhook().id().equals(webhookId))
                .map(errand -> errand.delivery().appealId() + "/"
                        + errand.delivery().waiting().sequence())
                .toList();
    }

    /** The receiver answers what was sent first of all that is under way. */
    void answer(Answer answer) {
        report(underWay.removeFirst(), answer);
    }

    /** This endpoint answers everything that is under way to it. */
    void allOkTo(String webhookId) {
        List<Errand> own = underWay.stream()
                .filter(errand -> errand.webhook().id().equals(webhookId))
                .toList();
        underWay.removeAll(own);
        own.forEach(errand -> report(errand, new Answer.Received(204)));
    }

    /** The receiver answers something that is under way. */
    void answer(int which, Answer answer) {
        report(underWay.remove(which), answer);
    }

    private void report(Errand errand, Answer answer) {
        if (answer instanceof Answer.Received) {
            accepted.computeIfAbsent(errand.webhook().id(), _ -> new ArrayList<>())
                    .add(errand.delivery());
        }
        desk.report(new Errand.Report(errand, answer, now, Duration.ofMillis(5)), now);
        desk.turn(now);
    }

    void ok() {
        answer(new Answer.Received(204));
    }

    void fails() {
        answer(new Answer.Refused(500, null));
    }

    void passes(Duration time) {
        now = now.plus(time);
        desk.turn(now);
    }

    Instant now() {
        return now;
    }

    /** What has changed is committed. */
    void keep() {
        Changes changes = desk.changes(now);
        changes.rows().forEach((key, row) -> {
            if (row.isEmpty()) {
                kept.remove(key);
            } else {
                // As it is on the wire, where not every moment can be written.
                kept.put(key, Optional.of(onTheWire(key, row.get())));
            }
        });
        attempts.addAll(changes.attempts());
        place = Objects.requireNonNull(changes.places().get(PARTITION));
    }

    private WebhookState onTheWire(String key, WebhookState row) {
        return format.decode(format.encode(new WebhookRow(key, now, row))).state();
    }

    /** What this endpoint has answered 2xx, in order, repeats included. */
    List<Delivery> accepted(String webhookId) {
        return accepted.getOrDefault(webhookId, List.of());
    }

    /** The node dies, and another takes over from what is kept: attempts under way are lost, as is what was not kept. */
    void crash() {
        sent.clear();
        underWay.clear();
        desk = newDesk();
        desk.open(PARTITION, place);
        webhooks.values().forEach(desk::know);
        kept.forEach((key, row) -> {
            String id = key.substring(0, key.indexOf('|'));
            switch (row.orElseThrow()) {
                case WebhookState.Lane lane -> desk.takeOver(id, lane);
                case WebhookState.Queue queue -> desk.takeOver(id, queue);
                default -> {
                    // The book tells the desk of the rest.
                }
            }
        });
        for (FeedItem item : List.copyOf(log.subList((int) place, log.size()))) {
            desk.read(item, now);
        }
        desk.readUpTo(PARTITION, log.size());
        readBacklogs();
    }

    void retry(String webhookId, FeedItem item) {
        desk.retry(
                webhookId,
                new WebhookState.RetryRequested(
                        TOPIC, 0, item.appealId(), Delivery.of(item, webhookId).waiting(), "market", now),
                now);
        desk.turn(now);
    }

    /** The place in the log before which everything is done with. */
    long place() {
        return place;
    }

    List<WebhookAttempt> attempts() {
        return attempts;
    }

    /** The one row of this key. */
    <T extends WebhookState> T kept(Class<T> kind, String key) {
        return Objects.requireNonNull(kept(kind).get(key), () -> "kept are " + kept.keySet());
    }

    <T extends WebhookState> Map<String, T> kept(Class<T> kind) {
        return kept.entrySet().stream()
                .filter(entry -> kind.isInstance(entry.getValue().orElseThrow()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> kind.cast(entry.getValue().orElseThrow())));
    }

    DeliveryDesk desk() {
        return desk;
    }
}
