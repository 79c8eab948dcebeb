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
        Long degradedSince,

        @Doc(
                "The first that the marketplace said to the seller after the submission: a message, a request for information, a decision or a rejection. As all below, null in rows of version 1 of this schema")
        @Nullable
        Instant firstResponseAt,

        @Doc("From the first submission to the first response, in milliseconds") @Nullable
        Long firstResponseMillis,

        @Doc("How often the case was put before the marketplace: its submission and every escalation") @Nullable
        Integer rounds,

        @Doc("Pieces of evidence that were accepted") @Nullable
        Integer evidenceAccepted,

        @Doc("Pieces of evidence that were rejected") @Nullable
        Integer evidenceRejected,

        @Doc(
                "Milliseconds as APPEALABLE. As all times in a status and a stage, up to updatedAt: what has passed since belongs to the status that the row shows")
        @Nullable
        Long appealableMillis,

        @Doc("Milliseconds as DRAFT") @Nullable Long draftMillis,
        @Doc("Milliseconds as SUBMITTED") @Nullable Long submittedMillis,
        @Doc("Milliseconds as UNDER_REVIEW") @Nullable Long underReviewMillis,
        @Doc("Milliseconds as AWAITING_SELLER") @Nullable Long awaitingSellerMillis,

        @Doc("Milliseconds as AWAITING_THIRD_PARTY") @Nullable
        Long awaitingThirdPartyMillis,

        @Doc("Milliseconds as DECIDED") @Nullable Long decidedMillis,
        @Doc("Milliseconds as EXTERNAL_REVIEW") @Nullable Long externalReviewMillis,

        @Doc("Milliseconds from submission to decision at FIRST_REVIEW, waiting included") @Nullable
        Long firstReviewMillis,

        @Doc("Milliseconds from escalation to decision at SUPERVISOR_REVIEW, waiting included") @Nullable
        Long supervisorReviewMillis,

        @Doc("Milliseconds from escalation to decision at PANEL_REVIEW, waiting included") @Nullable
        Long panelReviewMillis) {}
