package io.appeals.projections.sla.clock;

import io.appeals.projections.sla.calendar.BusinessCalendar;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.policy.SlaPolicy;
import io.appeals.projections.sla.policy.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every figure of one clock. All of it is computed from the clock's facts and its book, nothing is observed. */
public final class ClockFigures {

    private static final int PER_CENT = 100;

    private final SlaClock clock;
    private final PolicyBook book;

    private ClockFigures(SlaClock clock, PolicyBook book) {
        this.clock = clock;
        this.book = book;
    }

    /** @param book the one that the clock is pinned to */
    public static ClockFigures of(SlaClock clock, PolicyBook book) {
        return new ClockFigures(clock, book);
    }

    /** The time that counts, from the start until then or until the clock ended. */
    public Duration elapsed(Instant asOf) {
        Duration total = Duration.ZERO;
        for (Span span : clock.spans()) {
            total = total.plus(elapsedIn(span, asOf));
        }
        return total;
    }

    /** The part of {@link #elapsed} that one span contributes. */
    public Duration elapsedIn(Span span, Instant asOf) {
        return span.kind() == Span.Kind.RUNNING
                ? calendar(span.calendar()).workingTime(span.from(), end(span, asOf))
                : Duration.ZERO;
    }

    /** How long the clock stood still, by the wall clock. */
    public Duration paused(Instant asOf) {
        Duration total = Duration.ZERO;
        for (Span span : clock.spans()) {
            Instant end = end(span, asOf);
            if (span.kind() == Span.Kind.PAUSED && end.isAfter(span.from())) {
                total = total.plus(Duration.between(span.from(), end));
            }
        }
        return total;
    }

    private static Instant end(Span span, Instant asOf) {
        Instant to = span.to();
        return to == null || to.isAfter(asOf) ? asOf : to;
    }

    /** What there is to use up: the goal, or the time from the start to the date that stands in its place. */
    public Duration total() {
        Target target = clock.target();
        return target.dueAt() == null
                ? target.goal()
                : calendar(target.calendar()).workingTime(clock.startedAt(), target.dueAt());
    }

    /** What is left; zero once all is used. */
    public Duration remaining(Instant asOf) {
        Duration left = total().minus(elapsed(asOf));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** How much is used, rounded down; above 100 once it is breached. */
    public int percentUsed(Instant asOf) {
        long all = total().toMillis();
        return all == 0
                ? PER_CENT
                : (int) Math.min(Integer.MAX_VALUE, PER_CENT * elapsed(asOf).toMillis() / all);
    }

    /**
     * When it is breached if nothing changes; null while it is paused with time left. For a clock that has ended, as it
     * was then. A new target never reaches back: what it makes overdue is so from its own moment on.
     */
    public @Nullable Instant breachAt() {
        Instant dueAt = clock.target().dueAt();
        return notBeforeTarget(dueAt == null ? whenUsed(clock.target().goal()) : dueAt);
    }

    /** Whether the time was used up by then, or by the clock's end: at the end of a window it is over. */
    public boolean isBreached(Instant asOf) {
        Instant breachAt = breachAt();
        Instant endedAt = clock.endedAt();
        Instant by = endedAt != null && endedAt.isBefore(asOf) ? endedAt : asOf;
        return breachAt != null && !breachAt.isAfter(by);
    }

    /** The warnings and the breach that the clock will come to, or has come to, in order; those not known yet left out. */
    public List<DueMoment> moments() {
        List<DueMoment> moments = new ArrayList<>();
        SlaPolicy policy = book.policy(clock.target().policy());
        Duration total = total();
        for (Warning warning : policy.warnings()) {
            Duration used = warning.usedOf(total);
            Instant at = used.isPositive() ? notBeforeTarget(whenUsed(used)) : null;
            if (at != null) {
                moments.add(new DueMoment(AlertKind.WARNING, warning.threshold(), at));
            }
        }
        Instant breachAt = breachAt();
        if (breachAt != null) {
            moments.add(new DueMoment(AlertKind.BREACHED, DueMoment.ALL, breachAt));
        }
        // Equal moments keep their order: the breach comes last.
        moments.sort(Comparator.comparing(DueMoment::at));
        return moments;
    }

    /** The moments that are not alerted yet; none of a clock that has ended. */
    public List<DueMoment> pending() {
        return clock.isLive()
                ? moments().stream()
                        .filter(moment -> !clock.passed().contains(moment.threshold()))
                        .toList()
                : List.of();
    }

    /** Those of {@link #pending()} that have come by then. */
    public List<DueMoment> due(Instant asOf) {
        return pending().stream().filter(moment -> !moment.at().isAfter(asOf)).toList();
    }

    private @Nullable Instant notBeforeTarget(@Nullable Instant moment) {
        Instant since = clock.target().since();
        return moment != null && moment.isBefore(since) ? since : moment;
    }

    /** When that much time has been used; null where the clock stands still before. The last span is taken as if it went on. */
    private @Nullable Instant whenUsed(Duration amount) {
        Duration left = amount;
        for (Span span : clock.spans()) {
            if (span.kind() != Span.Kind.RUNNING) {
                continue;
            }
            BusinessCalendar calendar = calendar(span.calendar());
            Instant to = span == clock.spans().getLast() ? null : span.to();
            Duration worked = to == null ? left : calendar.workingTime(span.from(), to);
            if (worked.compareTo(left) >= 0) {
                return calendar.after(span.from(), left);
            }
            left = left.minus(worked);
        }
        return null;
    }

    private BusinessCalendar calendar(String name) {
        return book.calendar(name);
    }
}
