package io.appeals.projections;

import java.time.Duration;

/** The question cannot be answered completely yet; asking again after {@link #retryAfter()} can. */
public final class NotReady extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /** @param progress how far it is, for a person, for instance {@code restored 81 %} */
    public NotReady(String progress, Duration retryAfter) {
        // An expected answer, not a failure: no stack trace.
        super(progress, null, false, false);
        this.retryAfter = retryAfter;
    }

    /** How far the projection is, for a person. */
    public String progress() {
        return String.valueOf(getMessage());
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
