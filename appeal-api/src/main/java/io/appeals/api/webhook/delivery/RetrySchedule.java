package io.appeals.api.webhook.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When an attempt that failed is followed by the next. Each pause is lengthened by up to a tenth at random, so that what
 * failed together does not come back together.
 *
 * @param pauses before the first attempt, the second and so on; there are as many attempts as pauses
 */
public record RetrySchedule(List<Duration> pauses) {

    /** The one that Standard Webhooks gives: ten attempts over some 76 hours. */
    public static final RetrySchedule STANDARD = new RetrySchedule(List.of(
            Duration.ZERO,
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24)));

    private static final double JITTER = 0.1;

    /** A receiver that asks for more than the longest pause of the standard schedule is asked again after that. */
    private static final Duration LONGEST_ASKED_FOR = Duration.ofHours(24);

    public RetrySchedule {
        pauses = List.copyOf(pauses);
        if (pauses.isEmpty() || pauses.stream().anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("a retry schedule has at least one pause, and none is negative");
        }
    }

    public int attempts() {
        return pauses.size();
    }

    /**
     * The time of the next attempt; empty when there is none left.
     *
     * @param made attempts made so far, the one that just failed included
     * @param retryAfter how long the receiver asked us to wait, if it did; never shortens a pause
     * @param random from 0 to below 1
     */
    public Optional<Instant> next(int made, Instant now, @Nullable Duration retryAfter, double random) {
        if (made >= pauses.size()) {
            return Optional.empty();
        }
        Duration pause = pauses.get(made);
        Duration lengthened = pause.plusMillis((long) (pause.toMillis() * JITTER * random));
        return Optional.of(now.plus(longer(lengthened, retryAfter)));
    }

    private static Duration longer(Duration pause, @Nullable Duration retryAfter) {
        if (retryAfter == null || retryAfter.compareTo(pause) <= 0) {
            return pause;
        }
        return retryAfter.compareTo(LONGEST_ASKED_FOR) > 0 ? LONGEST_ASKED_FOR : retryAfter;
    }
}
