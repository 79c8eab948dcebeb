package io.appeals.projections.sla.simulation;

import io.appeals.projections.sla.appeal.ClockKey;
import io.appeals.projections.sla.appeal.PolicyBooks;
import io.appeals.projections.sla.policy.Metric;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.schema.event.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares two books of policies over a period of appeals as they really went. Give it events, those of one appeal in
 * their order, and {@link #settle} where no more come of the appeals so far; then ask for the outcome. It holds what the
 * clocks of these appeals need to go on, and no events. Not for use by several threads.
 */
public final class PolicySimulation {

    private static final int LEFT_OUT_NAMED = 10;

    private final Period period;
    private final Map<String, Replay> appeals = new HashMap<>();
    private final Map<Line, Comparing> lines = new HashMap<>();
    private final List<String> leftOut = new ArrayList<>();
    private long eventsRead;
    private long appealsRead;
    private long appealsLeftOut;

    /**
     * What is compared over which time.
     *
     * @param before the policies as they are
     * @param after the policies as they might be
     * @param until exclusive
     */
    record Period(PolicyBooks before, PolicyBooks after, Instant from, Instant until) {}

    /** What a line of the outcome is about; the category is empty for appeals without one. */
    public record Line(Metric metric, String category) {}

    /** What one book says about a line. */
    public record Tally(long clocks, long warnings, long breaches) {

        static final Tally NONE = new Tally(0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(clocks + other.clocks, warnings + other.warnings, breaches + other.breaches);
        }
    }

    /**
     * What one book says about one clock within the period.
     *
     * @param warnedAt when its warnings would have been due, in order
     * @param breachedAt null where it would have been kept
     */
    public record Verdict(List<Instant> warnedAt, @Nullable Instant breachedAt) {

        public Verdict {
            warnedAt = List.copyOf(warnedAt);
        }
    }

    /**
     * A clock about which the books differ.
     *
     * @param about which request or remedy is measured, where an appeal can have several
     * @param before null where the book does not measure it
     * @param after null where the book does not measure it
     */
    public record Example(
            String appealId,
            ClockKey clock,
            @Nullable String about,
            @Nullable Verdict before,
            @Nullable Verdict after) {}

    /** One line of the outcome. */
    public record Comparison(Line line, Tally before, Tally after, List<Example> examples) {

        public Comparison {
            examples = List.copyOf(examples);
        }
    }

    /**
     * What has come out.
     *
     * @param events how many events of the period and before were folded
     * @param comparisons by metric and category
     * @param appealsLeftOut how many appeals count only as far as they could be folded
     * @param leftOut some of these
     */
    public record Outcome(
            long events, long appeals, List<Comparison> comparisons, long appealsLeftOut, List<String> leftOut) {

        public Outcome {
            comparisons = List.copyOf(comparisons);
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * @param before the policies as they are
     * @param after the policies as they might be
     * @param from the period's begin
     * @param until its end, exclusive
     */
    public PolicySimulation(PolicyBook before, PolicyBook after, Instant from, Instant until) {
        this.period = new Period(PolicyBooks.always(before), PolicyBooks.always(after), from, until);
    }

    /** The next event of its appeal; those after the period are passed over. */
    public void add(RecordedEvent event) {
        if (!event.occurredAt().isBefore(period.until())) {
            return;
        }
        eventsRead++;
        if (!replay(event.appealId()).add(event, this::count)) {
            leaveOut(event.appealId());
        }
    }

    /** The appeal has a record that is no event: it counts as far as it could be folded. */
    public void unreadable(String appealId) {
        if (replay(appealId).stop()) {
            leaveOut(appealId);
        }
    }

    private Replay replay(String appealId) {
        Replay known = appeals.get(appealId);
        if (known != null) {
            return known;
        }
        appealsRead++;
        Replay begun = new Replay(appealId, period);
        appeals.put(appealId, begun);
        return begun;
    }

    private void leaveOut(String appealId) {
        appealsLeftOut++;
        if (leftOut.size() < LEFT_OUT_NAMED) {
            leftOut.add(appealId);
        }
    }

    /** No more events come of the appeals so far: counts what their clocks come to by the period's end, and forgets them. */
    public void settle() {
        appeals.values().forEach(replay -> replay.settle(this::count));
        appeals.clear();
    }

    private void count(Line line, Tally before, Tally after, @Nullable Example difference) {
        lines.computeIfAbsent(line, Comparing::new).add(before, after, difference);
    }

    public Outcome outcome() {
        List<Comparison> comparisons = lines.values().stream()
                .map(Comparing::comparison)
                .sorted(Comparator.comparing(
                                (Comparison comparison) -> comparison.line().metric())
                        .thenComparing(comparison -> comparison.line().category()))
                .toList();
        return new Outcome(eventsRead, appealsRead, comparisons, appealsLeftOut, leftOut);
    }
}
