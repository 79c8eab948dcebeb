package io.appeals.api.webhook;

import io.appeals.api.feed.EventSelection;
import io.appeals.api.feed.FeedItem;
import io.appeals.api.webhook.signature.KeyRing;
import io.appeals.api.webhook.signature.SigningKey;
import io.appeals.schema.webhook.LogPosition;
import io.appeals.schema.webhook.WebhookState;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One subscription: what is to be told to whom, where.
 *
 * @param id the webhookId
 * @param row as it is kept
 * @param standing null while it never was anything but enabled
 */
public record Webhook(
        String id,
        WebhookState.Subscription row,
        WebhookState.@Nullable Standing standing,
        EventSelection selection,
        KeyRing keys) {

    public static Webhook of(String id, WebhookState.Subscription row, WebhookState.@Nullable Standing standing) {
        return new Webhook(id, row, standing, new EventSelection(row.eventTypes()), keys(row));
    }

    private static KeyRing keys(WebhookState.Subscription row) {
        SigningKey current = SigningKey.parse(row.secret());
        return row.previousSecret() == null
                ? KeyRing.of(current)
                : new KeyRing(
                        current,
                        new KeyRing.Previous(
                                SigningKey.parse(row.previousSecret()),
                                Objects.requireNonNull(row.previousSecretUntil())));
    }

    public String url() {
        return row.url();
    }

    public boolean isEnabled() {
        return standing == null || standing.enabled();
    }

    /** Since when it has been as it is, enabled or not. */
    public Instant since() {
        return standing == null ? row.createdAt() : standing.since();
    }

    /** Whether this is for the subscriber: asked for, and a seller's own and not for the marketplace only. */
    public boolean wants(FeedItem item) {
        return (row.sellerId() == null || row.sellerId().equals(item.sellerId()))
                && (row.ownerSellerId() == null || row.ownerSellerId().equals(item.sellerId()) && !item.internal())
                && selection.includes(item.type());
    }

    /** The first offset of a partition that is to be delivered; empty where the partition was not known then. */
    public OptionalLong from(String topic, int partition) {
        return row.from().stream()
                .filter(position -> position.topic().equals(topic) && position.partition() == partition)
                .mapToLong(LogPosition::offset)
                .findFirst();
    }
}
