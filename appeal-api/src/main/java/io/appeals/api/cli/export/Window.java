package io.appeals.api.cli.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which records are wanted, by their timestamps.
 *
 * @param from the first moment; null for the beginning
 * @param to the first moment that is no longer wanted; null for no end
 */
record Window(@Nullable Instant from, @Nullable Instant to) {

    static final Window ALL = new Window(null, null);

    /** @param timestamp in milliseconds since 1970 */
    boolean contains(long timestamp) {
        return (from == null || timestamp >= from.toEpochMilli()) && (to == null || timestamp < to.toEpochMilli());
    }
}
