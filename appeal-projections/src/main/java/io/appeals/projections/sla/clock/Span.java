package io.appeals.projections.sla.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of a clock's life. All of them together prove its figures.
 *
 * @param to null while it lasts
 * @param calendar by which its time counts
 * @param cause the event that began it, for instance {@code InformationRequested}
 */
public record Span(Kind kind, Instant from, @Nullable Instant to, String calendar, String cause) {

    /** Whether time counts. */
    public enum Kind {
        RUNNING,
        PAUSED
    }

    Span until(Instant end) {
        return new Span(kind, from, end, calendar, cause);
    }
}
