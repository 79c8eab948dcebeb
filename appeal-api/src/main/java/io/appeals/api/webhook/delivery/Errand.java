package io.appeals.api.webhook.delivery;

import io.appeals.api.webhook.Webhook;
import io.appeals.api.webhook.endpoint.Answer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt that is to be made.
 *
 * @param queue the queue whose first it is; null for a delivery that somebody asked for again
 * @param attempt 1 for the first
 */
record Errand(Webhook webhook, Lane lane, @Nullable AppealQueue queue, Delivery delivery, int attempt) {

    /** What came of it. */
    record Report(Errand errand, Answer answer, Instant begunAt, Duration took) {}

    /** Makes attempts, without keeping whoever asks waiting, and reports of each. */
    interface Courier {
        void send(Errand errand);
    }
}
