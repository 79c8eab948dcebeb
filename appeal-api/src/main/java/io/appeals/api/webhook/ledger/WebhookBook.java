package io.appeals.api.webhook.ledger;

import io.appeals.api.webhook.Webhook;
import io.appeals.api.webhook.WebhookKeys;
import io.appeals.schema.webhook.WebhookAttempt;
import io.appeals.schema.webhook.WebhookRow;
import io.appeals.schema.webhook.WebhookState;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that the nodes know of webhooks, as this node has read it from the log. Safe for use by many threads. */
@Singleton
public final class WebhookBook {

    /** Hears of what changes, in order. It is called while the book is being written and must not wait. */
    public interface Listener {

        void changed(Webhook webhook);

        void forgotten(String webhookId);

        void retryRequested(String webhookId, WebhookState.RetryRequested request);
    }

    private final Map<String, WebhookPage> pages = new HashMap<>();
    private final List<Listener> listeners = new ArrayList<>();

    public synchronized void listen(Listener listener) {
        listeners.add(listener);
    }

    public synchronized void listenNoMore(Listener listener) {
        listeners.remove(listener);
    }

    /** @param row null where the row of this key is no more */
    public synchronized void apply(String key, @Nullable WebhookRow row) {
        String webhookId = WebhookKeys.webhookId(key);
        if (row == null) {
            remove(webhookId, key);
            return;
        }
        WebhookPage page = pages.computeIfAbsent(webhookId, WebhookPage::new);
        page.put(key, row.state());
        if (row.state() instanceof WebhookState.Subscription || row.state() instanceof WebhookState.Standing) {
            page.webhook().ifPresent(webhook -> listeners.forEach(listener -> listener.changed(webhook)));
        }
        if (row.state() instanceof WebhookState.RetryRequested request) {
            listeners.forEach(listener -> listener.retryRequested(webhookId, request));
        }
    }

    private void remove(String webhookId, String key) {
        if (WebhookKeys.isSubscription(key)) {
            if (pages.remove(webhookId) != null) {
                listeners.forEach(listener -> listener.forgotten(webhookId));
            }
        } else if (pages.containsKey(webhookId)) {
            pages.get(webhookId).remove(key);
        }
    }

    public synchronized void apply(WebhookAttempt attempt) {
        // Its subscription, from another topic, may come later.
        pages.computeIfAbsent(attempt.webhookId(), WebhookPage::new).add(attempt);
    }

    public synchronized Optional<Webhook> find(String webhookId) {
        return Optional.ofNullable(pages.get(webhookId)).flatMap(WebhookPage::webhook);
    }

    /** In the order of their creation. */
    public synchronized List<Webhook> webhooks() {
        return pages.values().stream()
                .flatMap(page -> page.webhook().stream())
                .sorted(Comparator.comparing((Webhook webhook) -> webhook.row().createdAt())
                        .thenComparing(Webhook::id))
                .toList();
    }

    /** The keys of all rows that are kept of a webhook. */
    public synchronized List<String> keys(String webhookId) {
        WebhookPage page = pages.get(webhookId);
        return page == null ? List.of() : page.keys();
    }

    /** All rows of one kind that are kept of a webhook. */
    public synchronized <T extends WebhookState> List<T> rows(String webhookId, Class<T> kind) {
        WebhookPage page = pages.get(webhookId);
        return page == null ? List.of() : page.rows(kind);
    }

    /** The latest attempts, the earliest of them first. */
    public synchronized Collection<WebhookAttempt> attempts(String webhookId) {
        WebhookPage page = pages.get(webhookId);
        return page == null ? List.of() : page.attempts();
    }
}
