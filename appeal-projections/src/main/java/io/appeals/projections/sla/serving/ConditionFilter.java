package io.appeals.projections.sla.serving;

import io.appeals.projections.sla.ClockCondition;
import io.appeals.projections.sla.DeadlineListing;
import io.appeals.projections.sla.clock.AlertKind;
import io.appeals.projections.sla.clock.ClockFigures;
import io.appeals.projections.sla.clock.ClockState;
import io.appeals.projections.sla.clock.SlaClock;
import io.appeals.projections.sla.store.EndedClock;
import io.appeals.projections.sla.store.SlaKeys;
import io.appeals.projections.sla.store.StoredAppeal;
import io.appeals.projections.store.StoreScan;
import io.appeals.projections.store.StoreSnapshot;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a listing asks of an appeal's clocks, at one moment. */
final class ConditionFilter {

    private final Set<ClockCondition> conditions;
    private final @Nullable Instant dueBefore;
    private final PinnedBooks books;
    private final Instant now;

    ConditionFilter(DeadlineListing listing, PinnedBooks books, Instant now) {
        this.conditions = listing.conditions();
        this.dueBefore = listing.dueBefore();
        this.books = books;
        this.now = now;
    }

    /** @param rows of the appeal's partition, for the clocks that have ended */
    boolean matches(StoredAppeal appeal, StoreSnapshot rows) {
        return isDueInTime(appeal)
                && (conditions.isEmpty() || conditions.stream().anyMatch(condition -> isMet(condition, appeal, rows)));
    }

    private boolean isDueInTime(StoredAppeal appeal) {
        return dueBefore == null
                || appeal.firstBreach()
                        .filter(breach -> breach.isBefore(dueBefore))
                        .isPresent();
    }

    private boolean isMet(ClockCondition condition, StoredAppeal appeal, StoreSnapshot rows) {
        return switch (condition) {
            case RUNNING -> isAnyLive(ClockState.RUNNING, appeal);
            case PAUSED -> isAnyLive(ClockState.PAUSED, appeal);
            case BREACHED ->
                appeal.firstBreach().filter(breach -> !breach.isAfter(now)).isPresent();
            case AT_RISK -> appeal.clocks().live().stream().anyMatch(this::isAtRisk);
            case MET -> hasEnded(ClockState.MET, appeal, rows);
            case CANCELLED -> hasEnded(ClockState.CANCELLED, appeal, rows);
        };
    }

    private static boolean isAnyLive(ClockState state, StoredAppeal appeal) {
        return appeal.clocks().live().stream().anyMatch(clock -> clock.state() == state);
    }

    private boolean isAtRisk(SlaClock clock) {
        ClockFigures figures = ClockFigures.of(clock, books.pinned(clock.book()));
        return !figures.isBreached(now)
                && figures.moments().stream()
                        .anyMatch(moment -> moment.kind() == AlertKind.WARNING
                                && !moment.at().isAfter(now));
    }

    private static boolean hasEnded(ClockState state, StoredAppeal appeal, StoreSnapshot rows) {
        try (StoreScan scan = rows.scan(SlaKeys.ended(appeal.clocks().appealId()), null, false)) {
            for (; scan.isValid(); scan.advance()) {
                if (EndedClock.CODEC.decode(scan.value()).clock().state() == state) {
                    return true;
                }
            }
        }
        return false;
    }
}
