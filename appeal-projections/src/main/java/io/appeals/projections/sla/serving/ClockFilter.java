package io.appeals.projections.sla.serving;

import io.appeals.projections.sla.ClockQuery;
import io.appeals.projections.sla.appeal.AppealClocks;
import io.appeals.projections.sla.appeal.ClockKey;
import io.appeals.projections.sla.clock.SlaClock;
import io.appeals.projections.sla.store.ClockName;
import io.appeals.projections.sla.store.SlaKeys;
import io.appeals.projections.sla.store.SlaRows;
import io.appeals.projections.sla.store.StoredAppeal;
import io.appeals.projections.store.StoreSnapshot;
import io.appeals.schema.table.SlaClockRow;
import java.time.Instant;
import java.util.Optional;

/** What a query for clocks lets through. */
record ClockFilter(ClockQuery query) {

    /** Everything but page size and cursor, as text. */
    String asked() {
        return new ClockQuery(
                        query.sellerId(),
                        query.metric(),
                        query.state(),
                        query.breached(),
                        query.category(),
                        query.stage(),
                        query.dueBefore(),
                        1,
                        null)
                .toString();
    }

    /** The row of the clock of that name if it matches; what can be told by the name is told first. */
    Optional<SlaClockRow> row(String name, StoreSnapshot rows, PinnedBooks books, Instant now) {
        ClockName clock = ClockName.parse(name);
        if (query.metric() != null && query.metric() != clock.clock().metric()) {
            return Optional.empty();
        }
        byte[] bytes = rows.get(SlaKeys.appeal(clock.appealId()).get());
        if (bytes == null) {
            return Optional.empty();
        }
        AppealClocks appeal = StoredAppeal.CODEC.decode(bytes).clocks();
        return appeal.live().stream()
                .filter(live -> ClockKey.of(live).equals(clock.clock()) && matches(appeal, live))
                .findFirst()
                .map(live -> SlaRows.clockRow(appeal, live, books.pinned(live.book(), rows), now))
                .filter(row -> query.breached() == null || query.breached() == row.breached());
    }

    private boolean matches(AppealClocks appeal, SlaClock clock) {
        return (query.state() == null || query.state() == clock.state())
                && (query.category() == null
                        || query.category().equals(appeal.facts().category()))
                && (query.stage() == null || query.stage() == appeal.facts().stage());
    }
}
