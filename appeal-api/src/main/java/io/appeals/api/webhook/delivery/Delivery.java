package io.appeals.api.webhook.delivery;

import io.appeals.api.feed.FeedItem;
import io.appeals.api.webhook.DeliveryId;
import io.appeals.schema.webhook.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * One event that one subscription is to be told.
 *
 * @param item the event itself; null where it has to be read from the log again, so that what waits takes little memory
 */
record Delivery(
        FeedItem.Place place,
        String appealId,
        Waiting waiting,
        @Nullable FeedItem item) {

    static Delivery of(FeedItem item, String webhookId) {
        Waiting waiting = new Waiting(
                DeliveryId.of(item.id(), webhookId), item.type(), item.offset(), item.sequence(), item.occurredAt());
        return new Delivery(item.place(), item.appealId(), waiting, item);
    }

    static Delivery of(String topic, int partition, String appealId, Waiting waiting) {
        return new Delivery(new FeedItem.Place(topic, partition, waiting.offset()), appealId, waiting, null);
    }

    String id() {
        return waiting.deliveryId();
    }

    long offset() {
        return place.offset();
    }

    Delivery withoutItem() {
        return new Delivery(place, appealId, waiting, null);
    }
}
