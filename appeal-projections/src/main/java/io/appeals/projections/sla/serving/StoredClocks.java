package io.appeals.projections.sla.serving;

import io.appeals.projections.sla.ProvenClock;
import io.appeals.projections.sla.appeal.AppealClocks;
import io.appeals.projections.sla.clock.ClockFigures;
import io.appeals.projections.sla.clock.SlaClock;
import io.appeals.projections.sla.clock.Span;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.store.EndedClock;
import io.appeals.projections.sla.store.SlaKeys;
import io.appeals.projections.sla.store.SlaRows;
import io.appeals.projections.sla.store.StoredAppeal;
import io.appeals.projections.store.StoreScan;
import io.appeals.projections.store.StoreSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The store's bytes as what they mean, at the moment of one snapshot. */
final class StoredClocks {

    private final StoreSnapshot rows;
    private final Function<String, PolicyBook> books;

    /** @param books by the id that clocks are pinned to */
    StoredClocks(StoreSnapshot rows, Function<String, PolicyBook> books) {
        this.rows = rows;
        this.books = books;
    }

    Optional<StoredAppeal> appeal(String appealId) {
        return Optional.ofNullable(rows.get(SlaKeys.appeal(appealId).get())).map(StoredAppeal.CODEC::decode);
    }

    /** All clocks of the appeal, in the order in which they began. */
    List<ProvenClock> all(AppealClocks appeal, Instant asOf) {
        List<ProvenClock> all = new ArrayList<>();
        try (StoreScan scan = rows.scan(SlaKeys.ended(appeal.appealId()), null, false)) {
            for (; scan.isValid(); scan.advance()) {
                EndedClock ended = EndedClock.CODEC.decode(scan.value());
                AppealClocks then = new AppealClocks(
                        appeal.appealId(),
                        appeal.sellerId(),
                        ended.version(),
                        ended.status(),
                        ended.facts(),
                        List.of(),
                        List.of(),
                        List.of(),
                        appeal.degradedSince());
                all.add(proven(then, ended.clock(), asOf));
            }
        }
        appeal.live().forEach(clock -> all.add(proven(appeal, clock, asOf)));
        all.sort(Comparator.comparing(proven -> proven.clock().startedAt()));
        return all;
    }

    private ProvenClock proven(AppealClocks appeal, SlaClock clock, Instant asOf) {
        PolicyBook book = books.apply(clock.book());
        ClockFigures figures = ClockFigures.of(clock, book);
        List<ProvenClock.Interval> intervals = clock.spans().stream()
                .map(span -> interval(span, figures, asOf))
                .toList();
        return new ProvenClock(SlaRows.clockRow(appeal, clock, book, asOf), intervals, clock.targets());
    }

    private static ProvenClock.Interval interval(Span span, ClockFigures figures, Instant asOf) {
        return new ProvenClock.Interval(
                span.kind().name(),
                span.from(),
                span.to(),
                span.calendar(),
                span.cause(),
                figures.elapsedIn(span, asOf).toMillis());
    }
}
