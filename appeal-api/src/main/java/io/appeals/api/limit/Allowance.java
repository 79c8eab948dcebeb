package io.appeals.api.limit;

import java.time.Duration;

/**
 * What one caller may still ask: it fills up steadily to its burst, and every request takes one (a token bucket).
 * Times are {@link System#nanoTime()}.
 */
final class Allowance {

    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double burst;
    private double left;
    private long filledAt;

    Allowance(double perSecond, double burst, long now) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.left = burst;
        this.filledAt = now;
    }

    /** @return zero when the request was let through, or else how long to wait for the next */
    synchronized Duration take(long now) {
        fill(now);
        if (left >= 1) {
            left--;
            return Duration.ZERO;
        }
        return Duration.ofNanos((long) Math.ceil((1 - left) / perSecond * NANOS));
    }

    /** True when nothing has been asked for so long that a fresh allowance would be the same. */
    synchronized boolean isFull(long now) {
        fill(now);
        return left >= burst;
    }

    private void fill(long now) {
        left = Math.min(burst, left + (now - filledAt) / NANOS * perSecond);
        filledAt = now;
    }
}
