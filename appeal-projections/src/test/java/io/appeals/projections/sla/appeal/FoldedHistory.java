package io.appeals.projections.sla.appeal;

import io.appeals.projections.history.AppealHistory;
import io.appeals.projections.sla.clock.AlertKind;
import io.appeals.projections.sla.clock.ClockFigures;
import io.appeals.projections.sla.clock.SlaClock;
import io.appeals.projections.sla.policy.Metric;
import io.appeals.projections.sla.policy.yaml.PolicyFile;
import io.appeals.schema.event.RecordedEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All clocks that a history has had, by the shipped policies. */
public final class FoldedHistory {

    private final PolicyBooks books;
    private final Map<ClockKey, SlaClock> clocks = new LinkedHashMap<>();
    private final List<Alert> alerts = new ArrayList<>();
    private @Nullable AppealClocks state;

    public FoldedHistory(PolicyBooks books) {
        this.books = books;
    }

    public static FoldedHistory of(AppealHistory history) {
        FoldedHistory folded = new FoldedHistory(PolicyBooks.always(PolicyFile.shipped()));
        history.events().forEach(folded::fold);
        return folded;
    }

    public void fold(RecordedEvent event) {
        Folded folded = ClockFold.fold(state, event, books);
        state = folded.after();
        folded.changed().forEach(clock -> clocks.put(ClockKey.of(clock), clock));
        alerts.addAll(folded.alerts());
    }

    public AppealClocks state() {
        return Objects.requireNonNull(state);
    }

    public List<SlaClock> all() {
        return List.copyOf(clocks.values());
    }

    public List<SlaClock> of(Metric metric) {
        return all().stream().filter(clock -> clock.metric() == metric).toList();
    }

    public SlaClock last(Metric metric) {
        return of(metric).getLast();
    }

    public ClockFigures figures(SlaClock clock) {
        return ClockFigures.of(clock, books.pinned(clock.book()));
    }

    public List<Alert> alerts() {
        return alerts;
    }

    public List<String> said(Metric metric) {
        return alerts.stream()
                .filter(alert -> alert.clock().metric() == metric)
                .map(alert -> alert.kind() == AlertKind.WARNING
                        ? alert.threshold()
                        : alert.kind().name())
                .toList();
    }
}
