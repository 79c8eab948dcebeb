package io.appeals.api.memory;

import io.appeals.api.node.NodeService;
import io.appeals.api.webhook.WebhookNode;
import io.appeals.api.webhook.ledger.WebhookBook;
import io.appeals.api.webhook.ledger.WebhookLog;
import io.appeals.schema.webhook.LogPosition;
import io.appeals.schema.webhook.WebhookRow;
import io.appeals.schema.webhook.WebhookState;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Keeps subscriptions in memory, and delivers nothing. */
@Singleton
@Replaces(WebhookNode.class)
@Requires(property = "test.memory-log")
class MemoryWebhooks implements NodeService, WebhookLog {

    private final WebhookBook book;

    MemoryWebhooks(WebhookBook book) {
        this.book = book;
    }

    @Override
    public void requireReady() {
        // It always is.
    }

    @Override
    public void put(String key, WebhookState state) {
        book.apply(key, new WebhookRow(key, Instant.now(), state));
    }

    @Override
    public void remove(List<String> keys) {
        keys.forEach(key -> book.apply(key, null));
    }

    @Override
    public List<LogPosition> ends() {
        return List.of();
    }
}
