package io.appeals.schema.webhook;

import io.appeals.schema.Doc;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A delivery that is still to be made; what is delivered stands in the log at the offset. */
public record Waiting(
        @Doc("The webhook-id that the receiver sees") String deliveryId,
        String eventType,
        long offset,

        @Doc("The appeal's version, where it is an event of the appeal") @Nullable
        Long sequence,

        Instant occurredAt) {}
