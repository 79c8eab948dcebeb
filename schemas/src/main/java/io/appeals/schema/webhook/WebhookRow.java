package io.appeals.schema.webhook;

import io.appeals.schema.Doc;
import java.time.Instant;

/** One row of what the nodes know of webhooks. */
@Doc(
        "One row of what the nodes know of webhooks; it stands until the same key is written again or removed. 'type' names the one payload field that is not null. The rows of subscriptions hold secrets: let nobody but the nodes read this topic.")
public record WebhookRow(String webhookId, Instant writtenAt, WebhookState state) {}
