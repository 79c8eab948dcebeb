package io.appeals.api.operations;

import java.time.Duration;
import java.util.Arrays;

/** The bounds of histograms: few and fixed, so that the buckets of several nodes can be added up. */
final class Buckets {

    private Buckets() {}

    static Duration[] millis(long... bounds) {
        return Arrays.stream(bounds).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }

    static Duration[] micros(long... bounds) {
        return Arrays.stream(bounds)
                .mapToObj(bound -> Duration.ofNanos(1_000 * bound))
                .toArray(Duration[]::new);
    }
}
