package io.appeals.projections.sla.simulation;

import io.appeals.projections.sla.appeal.Alert;
import io.appeals.projections.sla.appeal.AppealClocks;
import io.appeals.projections.sla.appeal.ClockFold;
import io.appeals.projections.sla.appeal.ClockKey;
import io.appeals.projections.sla.appeal.Folded;
import io.appeals.projections.sla.appeal.PolicyBooks;
import io.appeals.projections.sla.clock.ClockFigures;
import io.appeals.projections.sla.clock.SlaClock;
import io.appeals.schema.event.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One appeal's clocks as they would have run by one book. */
final class BookReplay {

    private final PolicyBooks books;
    private final List<MeasuredClock> clocks = new ArrayList<>(2);
    private @Nullable AppealClocks state;

    /** @param books one for all cycles */
    BookReplay(PolicyBooks books) {
        this.books = books;
    }

    void fold(RecordedEvent event) {
        Folded folded = ClockFold.fold(state, event, books);
        state = folded.after();
        String category = folded.after().facts().category();
        for (SlaClock clock : folded.changed()) {
            measured(ClockKey.of(clock)).changed(clock, category == null ? "" : category);
        }
        for (Alert alert : folded.alerts()) {
            measured(ClockKey.of(alert.clock())).alerted(alert.kind(), alert.dueAt());
        }
    }

    private MeasuredClock measured(ClockKey key) {
        MeasuredClock known = find(key);
        if (known == null) {
            known = new MeasuredClock(key);
            clocks.add(known);
        }
        return known;
    }

    private @Nullable MeasuredClock find(ClockKey key) {
        for (MeasuredClock each : clocks) {
            if (each.key().equals(key)) {
                return each;
            }
        }
        return null;
    }

    Collection<ClockKey> clocks() {
        return clocks.stream().map(MeasuredClock::key).toList();
    }

    boolean hasEnded() {
        for (MeasuredClock each : clocks) {
            if (!each.isLive()) {
                return true;
            }
        }
        return false;
    }

    boolean isLive(ClockKey key) {
        MeasuredClock clock = find(key);
        return clock != null && clock.isLive();
    }

    /** The clock, which is forgotten; null where the book does not measure it. */
    @Nullable
    MeasuredClock take(ClockKey key) {
        MeasuredClock clock = find(key);
        if (clock != null) {
            clocks.remove(clock);
        }
        return clock;
    }

    /** Says what the clocks that live come to before then, if nothing more happens. */
    void passTimeUntil(Instant moment) {
        if (state == null) {
            return;
        }
        for (SlaClock clock : state.live()) {
            ClockFigures.of(clock, books.current()).pending().stream()
                    .filter(due -> due.at().isBefore(moment))
                    .forEach(due -> measured(ClockKey.of(clock)).alerted(due.kind(), due.at()));
        }
    }
}
