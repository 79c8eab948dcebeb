package io.appeals.projections.sla.policy;

import io.appeals.schema.appeal.Priority;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.appeal.SubjectType;
import org.jspecify.annotations.Nullable;

/** What decides which policy an appeal falls under. */
public record SlaFacts(
        SubjectType subjectType,
        @Nullable String category,
        Stage stage,
        @Nullable String marketplaceId,
        @Nullable Priority priority) {}
