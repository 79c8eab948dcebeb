package io.appeals.projections.sla.clock;

import io.appeals.projections.sla.policy.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One measurement of one appeal, by its facts alone: figures follow from them and the book that the clock is pinned to.
 *
 * @param cycle counts the measurements of this metric in the appeal from 1
 * @param about which request or remedy is measured, where an appeal can have several; otherwise null
 * @param book the policy book in force when the cycle began
 * @param targets the one in force comes last
 * @param endedBy the event that ended it
 * @param round how often a breach was recovered from by a new target; after that, thresholds can be passed anew
 * @param passed the thresholds of this round that were alerted
 */
public record SlaClock(
        Metric metric,
        int cycle,
        @Nullable String about,
        String book,
        ClockState state,
        Instant startedAt,
        List<Target> targets,
        List<Span> spans,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        int round,
        List<String> passed) {

    public SlaClock {
        targets = List.copyOf(targets);
        spans = List.copyOf(spans);
        passed = List.copyOf(passed);
    }

    /** A clock that runs from its target's moment on. */
    public static SlaClock started(Metric metric, int cycle, @Nullable String about, String book, Target target) {
        Span first = new Span(Span.Kind.RUNNING, target.since(), null, target.calendar(), target.cause());
        return new SlaClock(
                metric,
                cycle,
                about,
                book,
                ClockState.RUNNING,
                target.since(),
                List.of(target),
                List.of(first),
                null,
                null,
                0,
                List.of());
    }

    public Target target() {
        return targets.getLast();
    }

    public boolean isLive() {
        return state.isLive();
    }

    /** The clock stands still; one that does not run stays as it is. */
    public SlaClock paused(Instant at, String cause) {
        return state == ClockState.RUNNING
                ? with(ClockState.PAUSED, next(Span.Kind.PAUSED, at, target().calendar(), cause))
                : this;
    }

    /** The clock goes on where it stood; one that is not paused stays as it is. */
    public SlaClock resumed(Instant at, String cause) {
        return state == ClockState.PAUSED
                ? with(ClockState.RUNNING, next(Span.Kind.RUNNING, at, target().calendar(), cause))
                : this;
    }

    /** Another goal or date from now on; what has elapsed, and what was paused, is kept. */
    public SlaClock retargeted(Target target) {
        requireLive("retargeted");
        boolean otherCalendar =
                state == ClockState.RUNNING && !target.calendar().equals(target().calendar());
        List<Span> newSpans =
                otherCalendar ? next(Span.Kind.RUNNING, target.since(), target.calendar(), target.cause()) : spans;
        List<Target> newTargets =
                Stream.concat(targets.stream(), Stream.of(target)).toList();
        return new SlaClock(
                metric, cycle, about, book, state, startedAt, newTargets, newSpans, endedAt, endedBy, round, passed);
    }

    /** What was measured has happened. */
    public SlaClock met(Instant at, String cause) {
        return ended(ClockState.MET, at, cause);
    }

    /** What was measured will not happen any more. */
    public SlaClock cancelled(Instant at, String cause) {
        return ended(ClockState.CANCELLED, at, cause);
    }

    /** These thresholds are alerted. */
    public SlaClock passing(List<String> thresholds) {
        List<String> all =
                Stream.concat(passed.stream(), thresholds.stream()).distinct().toList();
        return withAlerts(round, all);
    }

    /** The breach is over without the clock's having ended: whatever is passed from now on is news again. */
    public SlaClock recovered() {
        return withAlerts(round + 1, List.of());
    }

    private SlaClock withAlerts(int newRound, List<String> newPassed) {
        return new SlaClock(
                metric, cycle, about, book, state, startedAt, targets, spans, endedAt, endedBy, newRound, newPassed);
    }

    private SlaClock with(ClockState newState, List<Span> newSpans) {
        return new SlaClock(
                metric, cycle, about, book, newState, startedAt, targets, newSpans, endedAt, endedBy, round, passed);
    }

    private SlaClock ended(ClockState newState, Instant at, String cause) {
        requireLive("ended");
        List<Span> closed = new ArrayList<>(spans);
        closed.add(closed.removeLast().until(at));
        return new SlaClock(metric, cycle, about, book, newState, startedAt, targets, closed, at, cause, round, passed);
    }

    private List<Span> next(Span.Kind kind, Instant at, String calendar, String cause) {
        List<Span> grown = new ArrayList<>(spans);
        grown.add(grown.removeLast().until(at));
        grown.add(new Span(kind, at, null, calendar, cause));
        return grown;
    }

    private void requireLive(String what) {
        if (!isLive()) {
            throw new IllegalStateException(
                    "clock " + metric + " " + cycle + " is " + state + " and cannot be " + what);
        }
    }
}
