package io.appeals.schema.table;

import io.appeals.schema.Doc;
import io.appeals.schema.appeal.Automation;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.appeal.SubjectType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One decision, flat. */
@Doc(
        "One row a decision, an external outcome included. The record's key is the appealId; decisionId tells duplicates apart.")
public record DecisionRow(
        @Doc("The deciding event's eventId") String decisionId,
        String appealId,
        String sellerId,
        @Doc("The version of the deciding event") long version,
        Stage stage,
        SubjectType subjectType,
        @Nullable String category,
        @Nullable BigDecimal amountValue,
        @Nullable String amountCurrency,
        Outcome outcome,
        String decidedBy,
        @Nullable String humanReviewerId,
        Automation automation,
        List<String> reasonCodes,
        List<String> policyReferences,
        List<Remedy> remedies,
        @Nullable Instant submittedAt,
        Instant decidedAt,

        @Doc(
                "Milliseconds that the case spent at this stage until the decision, waiting included; null in rows of version 1 of this schema")
        @Nullable
        Long stageMillis) {}
