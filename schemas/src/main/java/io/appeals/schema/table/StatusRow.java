package io.appeals.schema.table;

import io.appeals.schema.Doc;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.ClosureReason;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.Priority;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.appeal.SubjectType;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One appeal as it stands, flat. */
@Doc("One row an appeal, replaced at every change. The record's key is the appealId.")
public record StatusRow(
        String appealId,
        String sellerId,

        @Doc("The version of the last event that this row reflects")
        long version,

        AppealStatus status,
        Stage stage,
        @Nullable ClosureReason closureReason,
        @Nullable String marketplaceId,
        SubjectType subjectType,
        String subjectReference,
        @Nullable String category,
        @Nullable BigDecimal amountValue,
        @Nullable String amountCurrency,

        @Doc("The latest decision's outcome, an external one included") @Nullable
        Outcome outcome,

        @Nullable String assignedTo,
        @Nullable String queue,
        @Nullable Priority priority,
        @Nullable Instant enforcedAt,
        @Nullable Instant openedAt,
        @Doc("The first submission") @Nullable Instant submittedAt,
        @Doc("The first start of a review") @Nullable Instant reviewStartedAt,
        @Doc("The latest decision") @Nullable Instant decidedAt,
        @Nullable Instant closedAt,
        @Doc("When the last event happened") Instant updatedAt,
        @Doc("Pieces of evidence in the case") int evidenceCount,
        @Doc("How often information was requested") int informationRequests,
        @Doc("How often the appeal was escalated") int escalations,

        @Doc("Set when an event could not be folded: the row is right up to the version before") @Nullable
        Long degradedSince) {}
