package io.appeals.projections.sla.clock;

import io.appeals.projections.sla.calendar.CalendarTerms;
import io.appeals.projections.sla.calendar.Calendars;
import io.appeals.projections.sla.policy.BreachAction;
import io.appeals.projections.sla.policy.Metric;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.policy.PolicyMatch;
import io.appeals.projections.sla.policy.PolicyTerms;
import io.appeals.projections.sla.policy.SlaPolicy;
import io.appeals.projections.sla.policy.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A clock's life told step by step, for tests. */
final class ClockStory {

    static final PolicyBook BOOK = PolicyBook.of(new PolicyTerms(
            "test",
            "0",
            List.of(),
            List.of(Calendars.business(), Calendars.office()),
            List.of(
                    policy("business", Calendars.business().name()),
                    policy("office", Calendars.office().name()),
                    policy("elapsed", CalendarTerms.ELAPSED))));

    private SlaClock clock;

    private ClockStory(SlaClock clock) {
        this.clock = clock;
    }

    private static SlaPolicy policy(String name, String calendar) {
        return new SlaPolicy(
                name,
                Metric.DECISION,
                PolicyMatch.ALL,
                Duration.ofHours(1),
                false,
                calendar,
                List.of(),
                List.of(Warning.at(50), Warning.withLeft(Duration.ofHours(4))),
                BreachAction.NONE);
    }

    static ClockStory begun(String at, String calendar, String goal) {
        Target target = target(at, calendar, goal, null);
        return new ClockStory(SlaClock.started(Metric.DECISION, 1, null, BOOK.id(), target));
    }

    private static Target target(String at, String calendar, String goal, @Nullable String dueAt) {
        Instant due = dueAt == null ? null : Instant.parse(dueAt);
        return new Target(Instant.parse(at), "cause", calendar, calendar, Duration.parse(goal), due);
    }

    ClockStory paused(String at) {
        clock = clock.paused(Instant.parse(at), "InformationRequested");
        return this;
    }

    ClockStory resumed(String at) {
        clock = clock.resumed(Instant.parse(at), "InformationProvided");
        return this;
    }

    ClockStory retargeted(String at, String calendar, String goal) {
        clock = clock.retargeted(target(at, calendar, goal, null));
        return this;
    }

    ClockStory extended(String at, String dueAt) {
        clock = clock.retargeted(
                target(at, clock.target().calendar(), clock.target().goal().toString(), dueAt));
        return this;
    }

    ClockStory met(String at) {
        clock = clock.met(Instant.parse(at), "AppealDecided");
        return this;
    }

    ClockStory cancelled(String at) {
        clock = clock.cancelled(Instant.parse(at), "AppealWithdrawn");
        return this;
    }

    SlaClock clock() {
        return clock;
    }

    ClockFigures figures() {
        return ClockFigures.of(clock, BOOK);
    }
}
