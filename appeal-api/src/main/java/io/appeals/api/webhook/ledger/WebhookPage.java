package io.appeals.api.webhook.ledger;

import io.appeals.api.webhook.Webhook;
import io.appeals.api.webhook.WebhookKeys;
import io.appeals.schema.webhook.WebhookAttempt;
import io.appeals.schema.webhook.WebhookState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of one webhook. */
final class WebhookPage {

    private static final int ATTEMPTS_KEPT = 500;

    private final String webhookId;
    private final Map<String, WebhookState> rows = new HashMap<>();
    private final Deque<WebhookAttempt> attempts = new ArrayDeque<>();
    private @Nullable Webhook webhook;

    WebhookPage(String webhookId) {
        this.webhookId = webhookId;
    }

    /** Empty as long as only rows beside the subscription are known. */
    Optional<Webhook> webhook() {
        return Optional.ofNullable(webhook);
    }

    void put(String key, WebhookState state) {
        rows.put(key, state);
        understand(state);
    }

    void remove(String key) {
        WebhookState removed = rows.remove(key);
        if (removed != null) {
            understand(removed);
        }
    }

    private void understand(WebhookState changed) {
        boolean matters = changed instanceof WebhookState.Subscription || changed instanceof WebhookState.Standing;
        if (matters
                && rows.get(WebhookKeys.subscription(webhookId)) instanceof WebhookState.Subscription subscription) {
            webhook = Webhook.of(
                    webhookId,
                    subscription,
                    rows.get(WebhookKeys.standing(webhookId)) instanceof WebhookState.Standing standing
                            ? standing
                            : null);
        }
    }

    void add(WebhookAttempt attempt) {
        attempts.addLast(attempt);
        if (attempts.size() > ATTEMPTS_KEPT) {
            attempts.removeFirst();
        }
    }

    List<String> keys() {
        return List.copyOf(rows.keySet());
    }

    <T extends WebhookState> List<T> rows(Class<T> kind) {
        return rows.values().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<WebhookAttempt> attempts() {
        return List.copyOf(attempts);
    }
}
