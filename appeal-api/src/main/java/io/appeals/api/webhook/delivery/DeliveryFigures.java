package io.appeals.api.webhook.delivery;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How deliveries stand on this node at one moment: of the partitions that it delivers from, so that the figures of all
 * nodes together are those of the whole.
 *
 * @param partitions that it delivers from, by topic
 * @param waiting deliveries to enabled endpoints that are due, under way, or wait for another attempt
 * @param oldestWaiting when that of them happened which has waited longest; null where none waits
 * @param unread records of the log that are still to be looked through, for each endpoint that is behind
 * @param enabled endpoints; counted by one node only, as is the next
 * @param disabled endpoints that nothing is delivered to
 */
public record DeliveryFigures(
        Map<String, Integer> partitions,
        long waiting,
        @Nullable Instant oldestWaiting,
        long unread,
        long enabled,
        long disabled) {

    /** Of a node that delivers nothing. */
    public static final DeliveryFigures NONE = new DeliveryFigures(Map.of(), 0, null, 0, 0, 0);

    public DeliveryFigures {
        partitions = Map.copyOf(partitions);
    }
}
