package io.appeals.projections.sla;

import io.appeals.projections.sla.clock.Target;
import io.appeals.schema.table.SlaClockRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clock with what proves its figures.
 *
 * @param intervals follow each other without gap from the start; the elapsed time of the clock is the sum of theirs
 * @param targets what it had to keep, and from when on; the one in force comes last
 */
public record ProvenClock(SlaClockRow clock, List<Interval> intervals, List<Target> targets) {

    public ProvenClock {
        intervals = List.copyOf(intervals);
        targets = List.copyOf(targets);
    }

    /**
     * One stretch of a clock's life.
     *
     * @param kind RUNNING or PAUSED
     * @param to null while it lasts
     * @param cause the event that began it
     * @param elapsedMillis working time of the calendar in it, until the moment of asking; 0 while paused
     */
    public record Interval(
            String kind, Instant from, @Nullable Instant to, String calendar, String cause, long elapsedMillis) {}
}
