package io.appeals.schema.table;

import io.appeals.schema.Doc;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Priority;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.appeal.SubjectType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One SLA clock as it stands, flat. */
@Doc(
        "One row an SLA clock, replaced at every change. The record's key is appealId|metric|cycle. Figures are those of 'asOf': of a running clock, breachAt and the warnings tell what comes, and they hold until the next row.")
public record SlaClockRow(
        String appealId,
        String sellerId,

        @Doc(
                "filing_window, acknowledgement, decision, seller_response, third_party_response, escalation_decision, escalation_window, periodic_update, remedy or external")
        String metric,

        @Doc("Counts the measurements of this metric in the appeal from 1")
        int cycle,

        @Doc("The requestId or the remedy that is measured, where there can be several") @Nullable
        String about,

        @Doc("RUNNING, PAUSED, MET or CANCELLED") String state,

        @Doc("Whether the time is used up; a breached clock runs on until it is met")
        boolean breached,

        @Doc("The version of the appeal that this row reflects")
        long version,

        AppealStatus status,
        Stage stage,
        SubjectType subjectType,
        @Nullable String category,
        @Nullable String marketplaceId,
        @Nullable Priority priority,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Doc("The event that ended it") @Nullable String endedBy,
        @Doc("The moment that the figures are of") Instant asOf,

        @Doc("Time that counts, by the calendar, in milliseconds")
        long elapsedMillis,

        @Doc("How long it stood still, by the wall clock, in milliseconds")
        long pausedMillis,

        @Doc("What is left of the total, in milliseconds; 0 once it is used up")
        long remainingMillis,

        @Doc("What there is to use up, by the calendar, in milliseconds")
        long totalMillis,

        @Doc("Elapsed in percent of the total, rounded down; above 100 once breached")
        int percentUsed,

        @Doc("When it is, was or would have been breached; null while it is paused with time left") @Nullable
        Instant breachAt,

        @Doc("The next warning that is not given yet") @Nullable
        Instant nextWarningAt,

        @Doc("All warnings, in order") List<Warning> warnings,
        @Doc("The policy's name") String policy,

        @Doc("The policies that were in force when the cycle began")
        String policyVersion,

        String calendar,
        String calendarVersion,

        @Doc("Set when an event of the appeal could not be folded: the row is right up to the version before") @Nullable
        Long degradedSince) {

    public SlaClockRow {
        warnings = List.copyOf(warnings);
    }

    /** A moment before the breach. */
    @Doc("A moment before the breach")
    public record Warning(
            @Doc("75% of the total used, or PT24H left") String threshold,
            Instant at,
            @Doc("Whether the alert was given") boolean given) {}
}
