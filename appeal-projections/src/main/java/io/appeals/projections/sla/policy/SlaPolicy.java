package io.appeals.projections.sla.policy;

import io.appeals.schema.appeal.AppealStatus;
import java.time.Duration;
import java.util.List;

/**
 * How long something may take.
 *
 * @param name unique in its book
 * @param goal in time of the calendar
 * @param ownDeadline whether a date that the event itself names (a request's dueAt, a window's end) takes the goal's place
 * @param calendar the calendar's name
 * @param pauseWhile the clock stands still while the appeal has one of these statuses
 */
public record SlaPolicy(
        String name,
        Metric metric,
        PolicyMatch match,
        Duration goal,
        boolean ownDeadline,
        String calendar,
        List<AppealStatus> pauseWhile,
        List<Warning> warnings,
        BreachAction onBreach) {

    public SlaPolicy {
        pauseWhile = List.copyOf(pauseWhile);
        warnings = List.copyOf(warnings);
    }
}
