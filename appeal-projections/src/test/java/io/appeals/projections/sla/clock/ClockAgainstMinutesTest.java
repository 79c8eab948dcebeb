package io.appeals.projections.sla.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.projections.sla.calendar.CalendarTerms;
import io.appeals.projections.sla.calendar.RandomCalendars;
import io.appeals.projections.sla.policy.BreachAction;
import io.appeals.projections.sla.policy.Metric;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.policy.PolicyMatch;
import io.appeals.projections.sla.policy.PolicyTerms;
import io.appeals.projections.sla.policy.SlaPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Clocks that are paused, resumed and retargeted at random, against a stopwatch that is looked at every minute. */
class ClockAgainstMinutesTest {

    private static final long SEED = Long.getLong("sla.seed", System.nanoTime());
    private static final int CLOCKS = 150;
    private static final int MINUTES = 12 * 24 * 60;

    private final Random random = new Random(SEED);
    private final List<CalendarTerms> calendars =
            List.of(RandomCalendars.next(random, "first"), RandomCalendars.next(random, "second"));
    private final PolicyBook book = PolicyBook.of(new PolicyTerms(
            "random",
            "0",
            List.of(),
            calendars,
            calendars.stream().map(ClockAgainstMinutesTest::policy).toList()));

    private static SlaPolicy policy(CalendarTerms calendar) {
        return new SlaPolicy(
                calendar.name(),
                Metric.DECISION,
                PolicyMatch.ALL,
                Duration.ofHours(1),
                false,
                calendar.name(),
                List.of(),
                List.of(),
                BreachAction.NONE);
    }

    @Test
    void everyFigureIsWhatTheStopwatchShows() {
        System.out.println("clocks against minutes: -Dsla.seed=" + SEED);
        for (int i = 0; i < CLOCKS; i++) {
            watch(RandomCalendars.minute(random));
        }
    }

    /** The stopwatch knows nothing of intervals: it asks every minute whether the clock runs and whether the minute counts. */
    private void watch(Instant start) {
        SlaClock clock = SlaClock.started(Metric.DECISION, 1, null, book.id(), target(start));
        long counted = 0;
        long paused = 0;
        long[] countedBy = new long[MINUTES + 1];
        for (int minute = 0; minute < MINUTES; minute++) {
            Instant at = start.plusSeconds(60L * minute);
            clock = minute > 0 && minute < MINUTES / 2 ? maybeChanged(clock, at) : clock;
            if (clock.state() == ClockState.PAUSED) {
                paused++;
            } else if (RandomCalendars.counts(calendar(clock.spans().getLast().calendar()), at)) {
                counted++;
            }
            countedBy[minute + 1] = counted;
        }
        ClockFigures figures = ClockFigures.of(clock, book);
        Instant end = start.plusSeconds(60L * MINUTES);
        String about = "seed " + SEED + ", " + clock;
        assertThat(figures.elapsed(end)).as(about).isEqualTo(Duration.ofMinutes(counted));
        assertThat(figures.paused(end)).as(about).isEqualTo(Duration.ofMinutes(paused));
        assertBreach(clock, start, countedBy, about);
    }

    private void assertBreach(SlaClock clock, Instant start, long[] countedBy, String about) {
        ClockFigures figures = ClockFigures.of(clock, book);
        long goal = clock.target().goal().toMinutes();
        int reached = 0;
        while (reached <= MINUTES && countedBy[reached] < goal) {
            reached++;
        }
        Instant end = start.plusSeconds(60L * MINUTES);
        if (reached > MINUTES) {
            assertThat(figures.isBreached(end)).as(about).isFalse();
        } else {
            Instant used = start.plusSeconds(60L * reached);
            Instant since = clock.target().since();
            assertThat(figures.breachAt()).as(about).isEqualTo(used.isBefore(since) ? since : used);
        }
    }

    private SlaClock maybeChanged(SlaClock clock, Instant at) {
        return switch (random.nextInt(3_000)) {
            case 0 -> clock.paused(at, "paused");
            case 1, 2 -> clock.resumed(at, "resumed");
            case 3 -> clock.retargeted(target(at));
            default -> clock;
        };
    }

    private Target target(Instant at) {
        String calendar = calendars.get(random.nextInt(2)).name();
        return new Target(at, "target", calendar, calendar, Duration.ofMinutes(1 + random.nextInt(4_000)), null);
    }

    private CalendarTerms calendar(String name) {
        return calendars.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
