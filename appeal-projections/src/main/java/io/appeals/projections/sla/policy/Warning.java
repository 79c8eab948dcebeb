package io.appeals.projections.sla.policy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When to warn before a breach: once so much of the time is used, or once no more than so much of it is left.
 *
 * @param percent from 1 to 99; null where {@code timeLeft} is given
 * @param timeLeft of the clock's own time, so working time on a business calendar; null where {@code percent} is given
 */
public record Warning(@Nullable Integer percent, @Nullable Duration timeLeft) {

    public static Warning at(int percent) {
        return new Warning(percent, null);
    }

    public static Warning withLeft(Duration timeLeft) {
        return new Warning(null, timeLeft);
    }

    /** Tells the warnings of a policy apart: {@code 75%}, or {@code PT24H} for what is left. */
    public String threshold() {
        return percent == null ? String.valueOf(timeLeft) : percent + "%";
    }

    /** How much of the total is used when it is due; negative where there was never that much. */
    public Duration usedOf(Duration total) {
        return percent == null ? total.minus(timeLeft == null ? Duration.ZERO : timeLeft) : share(total, percent);
    }

    private static Duration share(Duration total, int percent) {
        return Duration.ofMillis(total.toMillis() * percent / 100);
    }
}
