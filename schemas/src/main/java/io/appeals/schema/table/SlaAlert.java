package io.appeals.schema.table;

import io.appeals.schema.Doc;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Priority;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.appeal.SubjectType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something to be said about an SLA clock, once. */
@Doc(
        "A warning before, the fact of, or the recovery from the breach of an SLA clock. The record's key is the appealId. Each is there exactly once for a clock, cycle and threshold; after a recovery without the clock's end, anew.")
public record SlaAlert(
        @Doc(
                "UUID version 5 of appealId|metric|cycle|type|threshold in the namespace of appeal ids; |1, |2 … follows after so many recoveries")
        String alertId,

        @Doc("sla.warning, sla.breached or sla.recovered") String type,
        String appealId,
        String sellerId,
        @Doc("As in the clock's row") String metric,
        @Doc("As in the clock's row") int cycle,
        @Doc("As in the clock's row") @Nullable String about,

        @Doc("75% of the total used, PT24H left, or 100% for the breach and the recovery from it")
        String threshold,

        @Doc("The moment that it is about: when the threshold was passed, or the clock was met or moved")
        Instant dueAt,

        @Doc("When it was noticed") Instant detectedAt,

        @Doc("Noticed more than a minute after it was due, for instance after an outage")
        boolean late,

        @Doc("RUNNING, PAUSED, MET or CANCELLED") String state,

        @Doc("When the clock is, was or would have been breached") @Nullable
        Instant breachAt,

        @Doc("The version of the appeal that this reflects") long version,

        AppealStatus status,
        Stage stage,
        SubjectType subjectType,
        @Nullable String category,
        @Nullable String marketplaceId,
        @Nullable Priority priority,
        String policy,
        String policyVersion,
        String calendar,
        String calendarVersion,

        @Doc("The commandId of the LapseAppeal or CloseAppeal that was proposed because of it") @Nullable
        String proposedCommandId) {}
