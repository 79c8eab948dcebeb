package io.appeals.api.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an appeal and is told to the outside.
 *
 * @param place where it stands in the log
 * @param id the event's own id, the same wherever it is told
 * @param sequence the appeal's version after it, where it is an event of the appeal
 * @param internal whether it is for the marketplace's eyes only
 * @param data what the type says, as JSON is made from it
 */
public record FeedItem(
        Place place,
        String id,
        String type,
        Instant occurredAt,
        String appealId,
        String sellerId,
        @Nullable Long sequence,
        boolean internal,
        Object data) {

    /** A record of the log. */
    public record Place(String topic, int partition, long offset) {}

    public String topic() {
        return place.topic();
    }

    public int partition() {
        return place.partition();
    }

    public long offset() {
        return place.offset();
    }
}
