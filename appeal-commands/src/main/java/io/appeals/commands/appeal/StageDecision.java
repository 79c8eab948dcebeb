package io.appeals.commands.appeal;

import io.appeals.schema.appeal.Stage;
import org.jspecify.annotations.Nullable;

/** Who decided a stage, and who answers for it as a human being. */
public record StageDecision(
        Stage stage, String decidedBy, @Nullable String humanReviewerId) {}
