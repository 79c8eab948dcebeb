package io.appeals.schema.table;

import io.appeals.schema.Doc;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A record that could not be read or folded, as it came, with why. */
@Doc("A record that could not be read or folded. The record's key is the original's.")
public record DeadLetter(
        String topic,
        int partition,
        long offset,
        @Doc("The original key, as UTF-8") @Nullable String key,
        @Doc("The original value, byte for byte") byte @Nullable [] value,
        @Doc("undecodable, unfoldable or invalid") String reason,

        @Doc("What was found and what was expected, for a person")
        String detail,

        @Doc("The part of the product that gave up on it") String reportedBy,
        Instant reportedAt) {}
