package io.appeals.api.webhook.delivery;

import io.appeals.schema.webhook.WebhookAttempt;

/** Hears what is delivered, for metrics. Called by the thread that decides: must not block. */
public interface DeliveryObserver {

    /** Hears nothing. */
    DeliveryObserver NONE = new DeliveryObserver() {};

    /** An attempt was made, and what came of it is in the log. */
    default void attempted(WebhookAttempt attempt) {}

    /** An endpoint was disabled, since it wants no more or nothing got through to it for long. */
    default void disabled() {}

    /** How deliveries stand now; told every few seconds. */
    default void standing(DeliveryFigures figures) {}
}
