package io.appeals.projections.sla.store;

import io.appeals.projections.sla.appeal.Alert;
import io.appeals.projections.sla.appeal.AppealClocks;
import io.appeals.projections.sla.calendar.CalendarTerms;
import io.appeals.projections.sla.clock.AlertKind;
import io.appeals.projections.sla.clock.ClockFigures;
import io.appeals.projections.sla.clock.SlaClock;
import io.appeals.projections.sla.clock.Target;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.schema.table.SlaAlert;
import io.appeals.schema.table.SlaClockRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Clocks and alerts as the flat rows that are published. */
public final class SlaRows {

    private SlaRows() {}

    /** @param asOf the moment that the figures are of */
    public static SlaClockRow clockRow(AppealClocks appeal, SlaClock clock, PolicyBook book, Instant asOf) {
        ClockFigures figures = ClockFigures.of(clock, book);
        List<SlaClockRow.Warning> warnings = warnings(clock, figures);
        Target target = clock.target();
        CalendarTerms calendar = book.calendar(target.calendar()).terms();
        return new SlaClockRow(
                appeal.appealId(),
                appeal.sellerId(),
                clock.metric().word(),
                clock.cycle(),
                clock.about(),
                clock.state().name(),
                figures.isBreached(asOf),
                appeal.version(),
                appeal.status(),
                appeal.facts().stage(),
                appeal.facts().subjectType(),
                appeal.facts().category(),
                appeal.facts().marketplaceId(),
                appeal.facts().priority(),
                clock.startedAt(),
                clock.endedAt(),
                clock.endedBy(),
                asOf,
                figures.elapsed(asOf).toMillis(),
                figures.paused(asOf).toMillis(),
                figures.remaining(asOf).toMillis(),
                figures.total().toMillis(),
                figures.percentUsed(asOf),
                figures.breachAt(),
                next(clock, warnings),
                warnings,
                target.policy(),
                book.id(),
                calendar.name(),
                calendar.version(),
                appeal.degradedSince());
    }

    private static List<SlaClockRow.Warning> warnings(SlaClock clock, ClockFigures figures) {
        return figures.moments().stream()
                .filter(moment -> moment.kind() == AlertKind.WARNING)
                .map(moment -> new SlaClockRow.Warning(
                        moment.threshold(), moment.at(), clock.passed().contains(moment.threshold())))
                .toList();
    }

    private static @Nullable Instant next(SlaClock clock, List<SlaClockRow.Warning> warnings) {
        return warnings.stream()
                .filter(warning -> clock.isLive() && !warning.given())
                .map(SlaClockRow.Warning::at)
                .findFirst()
                .orElse(null);
    }

    /** An alert that is still to be {@link #given}. */
    public static SlaAlert alertRow(AppealClocks appeal, Alert alert, PolicyBook book, Instant detectedAt) {
        SlaClock clock = alert.clock();
        Target target = clock.target();
        CalendarTerms calendar = book.calendar(target.calendar()).terms();
        return new SlaAlert(
                alert.id(appeal.appealId()),
                alert.kind().word(),
                appeal.appealId(),
                appeal.sellerId(),
                clock.metric().word(),
                clock.cycle(),
                clock.about(),
                alert.threshold(),
                alert.dueAt(),
                detectedAt,
                false,
                clock.state().name(),
                ClockFigures.of(clock, book).breachAt(),
                appeal.version(),
                appeal.status(),
                appeal.facts().stage(),
                appeal.facts().subjectType(),
                appeal.facts().category(),
                appeal.facts().marketplaceId(),
                appeal.facts().priority(),
                target.policy(),
                book.id(),
                calendar.name(),
                calendar.version(),
                null);
    }

    /**
     * The same alert as it is given.
     *
     * @param lateAfter how long after it was due it is late
     * @param proposedCommandId of the command that is proposed because of it
     */
    public static SlaAlert given(
            SlaAlert alert, Instant detectedAt, Duration lateAfter, @Nullable String proposedCommandId) {
        return new SlaAlert(
                alert.alertId(),
                alert.type(),
                alert.appealId(),
                alert.sellerId(),
                alert.metric(),
                alert.cycle(),
                alert.about(),
                alert.threshold(),
                alert.dueAt(),
                detectedAt,
                alert.dueAt().plus(lateAfter).isBefore(detectedAt),
                alert.state(),
                alert.breachAt(),
                alert.version(),
                alert.status(),
                alert.stage(),
                alert.subjectType(),
                alert.category(),
                alert.marketplaceId(),
                alert.priority(),
                alert.policy(),
                alert.policyVersion(),
                alert.calendar(),
                alert.calendarVersion(),
                proposedCommandId);
    }
}
