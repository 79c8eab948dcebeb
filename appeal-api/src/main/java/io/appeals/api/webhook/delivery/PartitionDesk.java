package io.appeals.api.webhook.delivery;

import io.appeals.api.webhook.WebhookKeys;
import io.appeals.schema.webhook.WebhookState;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** One partition of the log that this node delivers from, with the way of each subscription through it. */
final class PartitionDesk {

    private final Map<String, Lane> lanes = new HashMap<>();
    private long head;
    private long place;

    /** @param committed the place in the log that the group has for it */
    PartitionDesk(long committed) {
        this.head = committed;
        this.place = committed;
    }

    /** By webhookId. */
    Map<String, Lane> lanes() {
        return lanes;
    }

    /** The next offset that the node reads. */
    long head() {
        return head;
    }

    void readUpTo(long offset) {
        head = offset;
    }

    /**
     * Hands over what has changed.
     *
     * @return the place in the log that is safe with it: everything before is delivered, kept in a queue, or behind a lane's own place
     */
    long collect(Ledger ledger, Instant now) {
        place = Math.max(place, sharedPlace(now));
        lanes.forEach((webhookId, lane) -> {
            lane.joinOthers(head, place);
            collect(ledger, webhookId, lane);
        });
        return place;
    }

    private long sharedPlace(Instant now) {
        long shared = head;
        for (Lane lane : lanes.values()) {
            if (lane.sharesPlace(now)) {
                shared = Math.min(shared, lane.place(head));
            }
        }
        return shared;
    }

    private void collect(Ledger ledger, String webhookId, Lane lane) {
        WebhookState.Lane row = lane.changedRow(head);
        if (row != null) {
            ledger.keep(WebhookKeys.lane(webhookId, lane.topic(), lane.partition()), row);
        }
        if (!lane.hasChanges()) {
            return;
        }
        for (String appealId : lane.takeChanged()) {
            String key = WebhookKeys.queue(webhookId, lane.topic(), appealId);
            AppealQueue queue = lane.queue(appealId);
            if (queue != null && queue.isParked()) {
                ledger.keep(key, queue.row());
            } else {
                ledger.remove(key);
            }
        }
    }
}
