package io.appeals.projections.sla.appeal;

import io.appeals.projections.sla.clock.AlertKind;
import io.appeals.projections.sla.clock.ClockFigures;
import io.appeals.projections.sla.clock.ClockState;
import io.appeals.projections.sla.clock.DueMoment;
import io.appeals.projections.sla.clock.SlaClock;
import io.appeals.projections.sla.clock.Target;
import io.appeals.projections.sla.policy.Metric;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.policy.SlaFacts;
import io.appeals.projections.sla.policy.SlaPolicy;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.event.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An appeal's clocks while one event is folded. Whatever changes a clock first says what was due on it by the event's
 * time: whoever was away in between still hears of it.
 */
final class ClockDraft {

    private final RecordedEvent event;
    private final PolicyBooks books;
    private final SlaFacts facts;
    private final Map<ClockKey, SlaClock> live = new LinkedHashMap<>();
    private final Map<ClockKey, SlaClock> changed = new LinkedHashMap<>();
    private final Map<Metric, Integer> cycles = new EnumMap<>(Metric.class);
    private final List<Alert> alerts = new ArrayList<>();

    /** @param facts as they are after the event */
    ClockDraft(@Nullable AppealClocks before, RecordedEvent event, SlaFacts facts, PolicyBooks books) {
        this.event = event;
        this.facts = facts;
        this.books = books;
        if (before != null) {
            before.live().forEach(clock -> live.put(ClockKey.of(clock), clock));
            before.cycles().forEach(each -> cycles.put(each.metric(), each.count()));
        }
    }

    boolean isLive(Metric metric) {
        return live.keySet().stream().anyMatch(key -> key.metric() == metric);
    }

    /** Begins the metric's next cycle by the policies in force; nothing where none matches. */
    void start(Metric metric, @Nullable String about, @Nullable Instant ownDeadline) {
        PolicyBook book = books.current();
        book.find(metric, facts).ifPresent(policy -> {
            int cycle = cycles.merge(metric, 1, Integer::sum);
            Target target = target(policy, policy.ownDeadline() ? ownDeadline : null);
            put(SlaClock.started(metric, cycle, about, book.id(), target));
        });
    }

    private Target target(SlaPolicy policy, @Nullable Instant dueAt) {
        return new Target(at(), cause(), policy.name(), policy.calendar(), policy.goal(), dueAt);
    }

    void meet(Metric metric) {
        end(clock -> clock.metric() == metric, ClockState.MET);
    }

    /** @param about the request or remedy */
    void meet(Metric metric, String about) {
        end(clock -> clock.metric() == metric && about.equals(clock.about()), ClockState.MET);
    }

    void cancel(Predicate<SlaClock> which) {
        end(which, ClockState.CANCELLED);
    }

    private void end(Predicate<SlaClock> which, ClockState state) {
        for (SlaClock before : matching(which)) {
            SlaClock clock = withDueSaid(before);
            SlaClock ended = state == ClockState.MET ? clock.met(at(), cause()) : clock.cancelled(at(), cause());
            put(ended);
            boolean said = ended.passed().contains(DueMoment.ALL);
            // An event may happen before the breach and arrive after it was said.
            if (said && (state == ClockState.MET || !figures(ended).isBreached(at()))) {
                recovered(ended);
            }
        }
    }

    /** Another category, priority or other fact: the clocks go by the policy of their own book that is right now. */
    void factsChanged() {
        for (SlaClock clock : matching(any -> true)) {
            book(clock)
                    .find(clock.metric(), facts)
                    .filter(policy -> !policy.name().equals(clock.target().policy()))
                    .ifPresent(policy ->
                            retarget(clock, target(policy, clock.target().dueAt())));
        }
    }

    /** Another date in the place of the one before. */
    void due(Predicate<SlaClock> which, Instant dueAt) {
        for (SlaClock clock : matching(which)) {
            Target old = clock.target();
            if (!dueAt.equals(old.dueAt())) {
                retarget(clock, new Target(at(), cause(), old.policy(), old.calendar(), old.goal(), dueAt));
            }
        }
    }

    private void retarget(SlaClock before, Target target) {
        SlaClock clock = withDueSaid(before).retargeted(target);
        boolean over = clock.passed().contains(DueMoment.ALL) && !figures(clock).isBreached(at());
        if (over) {
            recovered(clock);
        }
        put(over ? clock.recovered() : clock);
    }

    /** Clocks stand still while the appeal's status is one that their policy pauses for. */
    void pauseAndResume() {
        for (SlaClock clock : matching(any -> true)) {
            boolean pause =
                    book(clock).policy(clock.target().policy()).pauseWhile().contains(event.status());
            if (pause != (clock.state() == ClockState.PAUSED)) {
                change(clock, said -> pause ? said.paused(at(), cause()) : said.resumed(at(), cause()));
            }
        }
    }

    private void change(SlaClock before, UnaryOperator<SlaClock> change) {
        put(change.apply(withDueSaid(before)));
    }

    private SlaClock withDueSaid(SlaClock clock) {
        List<DueMoment> due = figures(clock).due(at());
        if (due.isEmpty()) {
            return clock;
        }
        SlaClock said = clock.passing(due.stream().map(DueMoment::threshold).toList());
        due.forEach(moment -> alerts.add(Alert.of(said, moment)));
        return said;
    }

    private void recovered(SlaClock clock) {
        alerts.add(new Alert(clock, AlertKind.RECOVERED, DueMoment.ALL, clock.round(), at()));
    }

    private void put(SlaClock clock) {
        ClockKey key = ClockKey.of(clock);
        changed.put(key, clock);
        if (clock.isLive()) {
            live.put(key, clock);
        } else {
            live.remove(key);
        }
    }

    private List<SlaClock> matching(Predicate<SlaClock> which) {
        return live.values().stream().filter(which).toList();
    }

    private ClockFigures figures(SlaClock clock) {
        return ClockFigures.of(clock, book(clock));
    }

    private PolicyBook book(SlaClock clock) {
        return books.pinned(clock.book());
    }

    private Instant at() {
        return event.occurredAt();
    }

    private String cause() {
        return event.event().type();
    }

    /** @param implemented the remedies that are done after the event */
    Folded folded(List<Remedy> implemented) {
        List<AppealClocks.Cycles> counts = cycles.entrySet().stream()
                .map(each -> new AppealClocks.Cycles(each.getKey(), each.getValue()))
                .toList();
        AppealClocks after = new AppealClocks(
                event.appealId(),
                event.sellerId(),
                event.version(),
                event.status(),
                facts,
                List.copyOf(live.values()),
                counts,
                implemented,
                null);
        return new Folded(after, List.copyOf(changed.values()), alerts);
    }
}
