package io.appeals.projections.sla.simulation;

import io.appeals.projections.sla.appeal.ClockKey;
import io.appeals.projections.sla.simulation.PolicySimulation.Example;
import io.appeals.projections.sla.simulation.PolicySimulation.Line;
import io.appeals.projections.sla.simulation.PolicySimulation.Period;
import io.appeals.projections.sla.simulation.PolicySimulation.Tally;
import io.appeals.projections.sla.simulation.PolicySimulation.Verdict;
import io.appeals.schema.event.RecordedEvent;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One appeal as it would have gone by both books. What has ended is counted at once and forgotten. */
final class Replay {

    private final String appealId;
    private final Period period;
    private final BookReplay before;
    private final BookReplay after;
    private long version;
    private boolean stopped;

    /** Hears of each clock once it can change no more. */
    interface Counter {

        /** @param difference null where both books say the same of the clock */
        void count(Line line, Tally before, Tally after, @Nullable Example difference);
    }

    Replay(String appealId, Period period) {
        this.appealId = appealId;
        this.period = period;
        this.before = new BookReplay(period.before());
        this.after = new BookReplay(period.after());
    }

    /** False where the event does not follow, for the first time: then the appeal stays as it was. */
    boolean add(RecordedEvent event, Counter counter) {
        if (stopped || event.version() <= version) {
            return true;
        }
        version = event.version();
        try {
            before.fold(event);
            after.fold(event);
        } catch (RuntimeException e) {
            // Any failure of pure code: as in the projection, it concerns this appeal and no other.
            return !stop();
        }
        countThoseWithoutFuture(counter);
        return true;
    }

    /** From now on nothing is folded any more; false where that was so already. */
    boolean stop() {
        boolean first = !stopped;
        stopped = true;
        return first;
    }

    private void countThoseWithoutFuture(Counter counter) {
        if (!before.hasEnded() && !after.hasEnded()) {
            return;
        }
        for (ClockKey clock : clocks()) {
            if (!before.isLive(clock) && !after.isLive(clock)) {
                count(clock, counter);
            }
        }
    }

    private Set<ClockKey> clocks() {
        Set<ClockKey> clocks = new LinkedHashSet<>(before.clocks());
        clocks.addAll(after.clocks());
        return clocks;
    }

    /** Counts what still lives, with what it comes to by the period's end. */
    void settle(Counter counter) {
        before.passTimeUntil(period.until());
        after.passTimeUntil(period.until());
        clocks().forEach(clock -> count(clock, counter));
    }

    private void count(ClockKey clock, Counter counter) {
        MeasuredClock one = before.take(clock);
        MeasuredClock other = after.take(clock);
        Verdict was = one == null ? null : one.verdict(period.from());
        Verdict would = other == null ? null : other.verdict(period.from());
        if (was == null && would == null) {
            // It had ended before the period.
            return;
        }
        MeasuredClock either = Objects.requireNonNull(one == null ? other : one);
        Example difference =
                Objects.equals(was, would) ? null : new Example(appealId, clock, either.about(), was, would);
        counter.count(new Line(clock.metric(), either.category()), tally(was), tally(would), difference);
    }

    private static Tally tally(@Nullable Verdict verdict) {
        return verdict == null
                ? Tally.NONE
                : new Tally(1, verdict.warnedAt().size(), verdict.breachedAt() == null ? 0 : 1);
    }
}
