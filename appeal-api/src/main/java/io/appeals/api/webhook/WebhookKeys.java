package io.appeals.api.webhook;

import org.jspecify.annotations.Nullable;

/** The keys of the rows that are kept of webhooks; each begins with the webhookId. */
public final class WebhookKeys {

    private static final char BAR = '|';

    private WebhookKeys() {}

    public static String subscription(String webhookId) {
        return webhookId;
    }

    public static String standing(String webhookId) {
        return webhookId + "|standing";
    }

    public static String lane(String webhookId, String topic, int partition) {
        return webhookId + "|lane|" + topic + BAR + partition;
    }

    public static String queue(String webhookId, String topic, String appealId) {
        return webhookId + "|queue|" + topic + BAR + appealId;
    }

    public static String givenUp(String webhookId, String deliveryId) {
        return webhookId + "|given-up|" + deliveryId;
    }

    public static String retry(String webhookId, String deliveryId) {
        return webhookId + "|retry|" + deliveryId;
    }

    public static String webhookId(String key) {
        int bar = key.indexOf(BAR);
        return bar < 0 ? key : key.substring(0, bar);
    }

    /** Whether it is the key of the subscription itself. */
    public static boolean isSubscription(@Nullable String key) {
        return key != null && key.indexOf(BAR) < 0;
    }
}
