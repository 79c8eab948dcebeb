package io.appeals.projections.sla.simulation;

import io.appeals.projections.sla.appeal.ClockKey;
import io.appeals.projections.sla.clock.AlertKind;
import io.appeals.projections.sla.clock.SlaClock;
import io.appeals.projections.sla.policy.Metric;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.schema.event.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares two books of policies over a period of appeals as they really went. Give it each appeal's whole history, one
 * after the other, and ask for the outcome. Not for use by several threads.
 */
public final class PolicySimulation {

    private static final int EXAMPLES = 5;

    private final PolicyBook before;
    private final PolicyBook after;
    private final Instant from;
    private final Instant until;
    private final Map<Line, Comparison> comparisons = new HashMap<>();

    /** What a line of the outcome is about; the category is empty for appeals without one. */
    public record Line(Metric metric, String category) {}

    /** What one book says about a line. */
    public record Tally(long clocks, long warnings, long breaches) {

        static final Tally NONE = new Tally(0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(clocks + other.clocks, warnings + other.warnings, breaches + other.breaches);
        }
    }

    /** A clock that one book breaches in the period and the other does not. */
    public record Example(String appealId, ClockKey clock, boolean breachedBefore, boolean breachedAfter) {}

    /** One line of the outcome. */
    public record Comparison(Line line, Tally before, Tally after, List<Example> examples) {

        public Comparison {
            examples = List.copyOf(examples);
        }
    }

    /**
     * @param before the policies as they are
     * @param after the policies as they might be
     * @param from the period's begin
     * @param until its end, exclusive
     */
    public PolicySimulation(PolicyBook before, PolicyBook after, Instant from, Instant until) {
        this.before = before;
        this.after = after;
        this.from = from;
        this.until = until;
    }

    /** @param history all events of one appeal, in order; those after the period are passed over */
    public void add(List<RecordedEvent> history) {
        if (history.isEmpty()) {
            return;
        }
        Replay one = Replay.of(history, before, until);
        Replay other = Replay.of(history, after, until);
        Set<ClockKey> clocks = new LinkedHashSet<>(one.clocks().keySet());
        clocks.addAll(other.clocks().keySet());
        clocks.forEach(clock -> add(history.getFirst().appealId(), clock, one, other));
    }

    private void add(String appealId, ClockKey clock, Replay one, Replay other) {
        Tally was = tally(clock, one);
        Tally would = tally(clock, other);
        String category = one.clocks().containsKey(clock) ? one.category(clock) : other.category(clock);
        Line line = new Line(clock.metric(), category);
        Comparison soFar = comparisons.getOrDefault(line, new Comparison(line, Tally.NONE, Tally.NONE, List.of()));
        List<Example> examples = new ArrayList<>(soFar.examples());
        boolean differs = was.breaches() > 0 != would.breaches() > 0;
        if (differs && examples.size() < EXAMPLES) {
            examples.add(new Example(appealId, clock, was.breaches() > 0, would.breaches() > 0));
        }
        comparisons.put(
                line,
                new Comparison(line, soFar.before().plus(was), soFar.after().plus(would), examples));
    }

    /** Clocks that had ended before the period are none of it. */
    private Tally tally(ClockKey key, Replay replay) {
        SlaClock clock = replay.clocks().get(key);
        Instant endedAt = clock == null ? null : clock.endedAt();
        if (clock == null || (endedAt != null && endedAt.isBefore(from))) {
            return Tally.NONE;
        }
        return new Tally(1, replay.count(key, AlertKind.WARNING, from), replay.count(key, AlertKind.BREACHED, from));
    }

    /** By metric and category. */
    public List<Comparison> outcome() {
        return comparisons.values().stream()
                .sorted(Comparator.comparing(
                                (Comparison comparison) -> comparison.line().metric())
                        .thenComparing(comparison -> comparison.line().category()))
                .toList();
    }
}
