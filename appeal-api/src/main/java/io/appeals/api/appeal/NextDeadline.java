package io.appeals.api.appeal;

import io.appeals.projections.sla.TimedAppeal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The clock of an appeal whose time is, or was, used up first. */
@Schema(description = "Of the appeal's SLA clocks that have not ended, the one whose time is, or was, used up first")
record NextDeadline(
        @Schema(description = "What is measured", example = "decision")
        String metric,

        @Schema(description = "When its time is used up if nothing changes")
        Instant dueAt,

        @Schema(description = "Whether that is past") boolean breached) {

    /** Null where all clocks have ended, or stand still with time left. */
    static @Nullable NextDeadline of(TimedAppeal appeal) {
        return appeal.nextBreach()
                .map(clock -> new NextDeadline(
                        clock.metric().word(), Objects.requireNonNull(clock.breachAt()), clock.breached()))
                .orElse(null);
    }
}
