package io.appeals.api.command;

import io.appeals.schema.appeal.PlanOfAction;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A plan of action as it is sent. */
@Schema(
        name = "PlanOfAction",
        description = "What went wrong, what was done about it, and how it will not happen again")
record PlanOfActionBody(
        @Size(max = Text.PROSE) String rootCause,
        @Size(max = Text.PROSE) String correctiveActions,
        @Size(max = Text.PROSE) String preventiveActions) {

    static @Nullable PlanOfAction plan(@Nullable PlanOfActionBody body) {
        return body == null ? null : new PlanOfAction(body.rootCause, body.correctiveActions, body.preventiveActions);
    }
}
