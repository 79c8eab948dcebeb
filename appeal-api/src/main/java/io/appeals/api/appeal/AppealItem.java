package io.appeals.api.appeal;

import io.appeals.projections.sla.TimedAppeal;
import io.appeals.projections.status.AppealView;
import io.appeals.projections.status.Deadlines;
import io.appeals.projections.status.Milestones;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.ClosureReason;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.Priority;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.appeal.Subject;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An appeal as one of many. */
@Schema(description = "An appeal as one of many; GET /v1/appeals/{appealId} has everything")
record AppealItem(
        String appealId,
        String sellerId,
        @Nullable String marketplaceId,
        long version,
        AppealStatus status,
        Stage stage,
        @Nullable ClosureReason closureReason,
        Subject subject,
        @Nullable String category,

        @Schema(description = "The latest decision's, an external body's included") @Nullable
        Outcome outcome,

        @Nullable String assignedTo,
        @Nullable String queue,
        @Nullable Priority priority,

        @Schema(description = "Left out where no SLA clock's time will be used up, as things stand") @Nullable
        NextDeadline nextDeadline,

        @Schema(description = "Set while the SLA clocks cannot be told, so that nextDeadline is unknown") @Nullable
        String clocksNotReady,

        Deadlines deadlines,
        Milestones milestones) {

    static AppealItem of(TimedAppeal appeal) {
        AppealView view = appeal.view();
        return new AppealItem(
                view.appealId(),
                view.sellerId(),
                view.marketplaceId(),
                view.version(),
                view.status(),
                view.stage(),
                view.closureReason(),
                view.subject(),
                view.category(),
                view.latestOutcome(),
                view.assignedTo(),
                view.queue(),
                view.priority(),
                NextDeadline.of(appeal),
                appeal.clocksNotReady(),
                view.deadlines(),
                view.milestones());
    }
}
