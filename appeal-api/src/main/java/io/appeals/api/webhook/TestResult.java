package io.appeals.api.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a webhook's endpoint made of a trial. */
@Schema(name = "WebhookTest", description = "What the endpoint made of a trial")
record TestResult(
        @Schema(description = "Whether it answered 2xx") boolean delivered,

        @Schema(description = "What it saw as webhook-id") String deliveryId,
        @Nullable Integer httpStatus,
        @Schema(description = "What went wrong") @Nullable String problem,
        long durationMillis) {}
