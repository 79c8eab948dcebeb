package io.appeals.api.sla;

import io.appeals.projections.sla.ProvenClock;
import io.appeals.projections.sla.clock.Target;
import io.appeals.schema.table.SlaClockRow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One clock of an appeal, with what proves its figures. */
@Schema(description = "An SLA clock with what proves its figures")
record AppealClock(
        SlaClockRow clock,

        @Schema(description = "Without gap from the start; the clock's elapsed time is the sum of theirs")
        List<ProvenClock.Interval> intervals,

        @Schema(description = "What it had to keep, and from when on; the last one is in force")
        List<Goal> targets) {

    /**
     * What a clock had to keep from some moment on.
     *
     * @param cause the event that set it
     * @param goalMillis time to use up, by the calendar
     * @param dueAt given where the appeal's own deadline counts
     */
    record Goal(
            Instant since,
            String cause,
            String policy,
            String calendar,
            long goalMillis,
            @Nullable Instant dueAt) {

        static Goal of(Target target) {
            return new Goal(
                    target.since(),
                    target.cause(),
                    target.policy(),
                    target.calendar(),
                    target.goal().toMillis(),
                    target.dueAt());
        }
    }

    static AppealClock of(ProvenClock proven) {
        return new AppealClock(
                proven.clock(),
                proven.intervals(),
                proven.targets().stream().map(Goal::of).toList());
    }
}
