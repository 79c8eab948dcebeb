package io.appeals.api.appeal;

import io.appeals.commands.category.Finding;
import io.appeals.commands.category.Readiness;
import io.appeals.projections.status.AppealView;
import io.appeals.schema.appeal.AppealStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a draft stands before its submission. */
@Schema(description = "How a draft stands before its submission")
record DraftReadiness(
        String appealId,
        long version,
        AppealStatus status,

        @Schema(description = "True when it can be submitted as it is, with the truth declaration signed")
        boolean ready,

        @Schema(description = "What must be added first") List<Finding> missing,

        @Schema(description = "What may stay as it is, but is unwise")
        List<Finding> advice,

        @Schema(description = "Until when it can be submitted") @Nullable
        Instant submitBy) {

    static DraftReadiness of(AppealView view, Readiness readiness, Instant now) {
        Instant submitBy = view.deadlines().submitBy();
        boolean inTime = submitBy == null || now.isBefore(submitBy);
        return new DraftReadiness(
                view.appealId(),
                view.version(),
                view.status(),
                readiness.isReady() && view.status() == AppealStatus.DRAFT && inTime,
                readiness.missing(),
                readiness.advice(),
                submitBy);
    }
}
