package io.appeals.api.webhook.ledger;

import io.appeals.schema.webhook.LogPosition;
import io.appeals.schema.webhook.WebhookState;
import java.util.List;

/** Writes down what changes about webhooks. */
public interface WebhookLog {

    /** @throws io.appeals.projections.NotReady until this node has read everything that was written before it started */
    void requireReady();

    /**
     * Returns once it is committed and this node's book shows it.
     *
     * @throws io.appeals.projections.NotReady when that takes too long; it may have been written nevertheless
     */
    void put(String key, WebhookState state);

    /** Takes rows out of the book; otherwise as {@link #put}. */
    void remove(List<String> keys);

    /** The end of every partition that things are told from: what is committed from now on comes after it. */
    List<LogPosition> ends();
}
