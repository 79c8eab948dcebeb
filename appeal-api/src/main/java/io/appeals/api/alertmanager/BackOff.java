package io.appeals.api.alertmanager;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before trying again: each time twice as long, up to a minute, and never twice the same. */
final class BackOff {

    private static final long FIRST = 500;
    private static final long LONGEST = 60_000;

    private int failures;

    /** To be asked after each failure. */
    Duration next() {
        long pause = Math.min(LONGEST, FIRST << Math.min(failures, 10));
        failures++;
        return Duration.ofMillis(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1));
    }

    void reset() {
        failures = 0;
    }
}
