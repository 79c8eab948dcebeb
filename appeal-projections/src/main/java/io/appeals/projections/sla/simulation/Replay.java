package io.appeals.projections.sla.simulation;

import io.appeals.projections.sla.appeal.Alert;
import io.appeals.projections.sla.appeal.AppealClocks;
import io.appeals.projections.sla.appeal.ClockFold;
import io.appeals.projections.sla.appeal.ClockKey;
import io.appeals.projections.sla.appeal.Folded;
import io.appeals.projections.sla.appeal.PolicyBooks;
import io.appeals.projections.sla.clock.AlertKind;
import io.appeals.projections.sla.clock.ClockFigures;
import io.appeals.projections.sla.clock.SlaClock;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.schema.event.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One appeal's clocks as they would have run by one book of policies, up to a moment. */
final class Replay {

    private final Map<ClockKey, SlaClock> clocks = new LinkedHashMap<>();
    private final Map<ClockKey, String> categories = new LinkedHashMap<>();
    private final List<Alert> alerts = new ArrayList<>();
    private final PolicyBook book;

    private Replay(PolicyBook book) {
        this.book = book;
    }

    static Replay of(List<RecordedEvent> history, PolicyBook book, Instant until) {
        Replay replay = new Replay(book);
        AppealClocks state = null;
        for (RecordedEvent event : history) {
            if (!event.occurredAt().isBefore(until)) {
                break;
            }
            Folded folded = ClockFold.fold(state, event, PolicyBooks.always(book));
            state = folded.after();
            replay.add(folded);
        }
        if (state != null) {
            state.live().forEach(clock -> replay.addDue(clock, until));
        }
        return replay;
    }

    private void add(Folded folded) {
        String category = folded.after().facts().category();
        for (SlaClock clock : folded.changed()) {
            clocks.put(ClockKey.of(clock), clock);
            categories.put(ClockKey.of(clock), category == null ? "" : category);
        }
        alerts.addAll(folded.alerts());
    }

    private void addDue(SlaClock clock, Instant until) {
        ClockFigures.of(clock, book).pending().stream()
                .filter(moment -> moment.at().isBefore(until))
                .forEach(moment -> alerts.add(Alert.of(clock, moment)));
    }

    Map<ClockKey, SlaClock> clocks() {
        return clocks;
    }

    /** The category of the clock's appeal when the clock last changed; empty where there was none. */
    String category(ClockKey clock) {
        return categories.getOrDefault(clock, "");
    }

    /** How many alerts of that kind the clock would have had from then on. */
    long count(ClockKey clock, AlertKind kind, Instant from) {
        return alerts.stream()
                .filter(alert -> ClockKey.of(alert.clock()).equals(clock)
                        && alert.kind() == kind
                        && !alert.dueAt().isBefore(from))
                .count();
    }
}
