package io.appeals.projections.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The fast arithmetic against a counter that looks at every minute. {@code -Dsla.seed} repeats a run. */
class CalendarAgainstMinutesTest {

    private static final long SEED = Long.getLong("sla.seed", System.nanoTime());
    private static final int CALENDARS = 150;

    @Test
    void theFastArithmeticCountsAsTheSlowOne() {
        System.out.println("calendars against minutes: -Dsla.seed=" + SEED);
        Random random = new Random(SEED);
        for (int i = 0; i < CALENDARS; i++) {
            CalendarTerms terms = RandomCalendars.next(random, "random");
            check(terms, RandomCalendars.minute(random), 1 + random.nextInt(20 * 24 * 60));
        }
    }

    private static void check(CalendarTerms terms, Instant from, int minutes) {
        BusinessCalendar calendar = BusinessCalendar.of(terms);
        long counted = 0;
        Instant reached = from;
        for (int minute = 0; minute < minutes; minute++) {
            Instant at = from.plusSeconds(60L * minute);
            if (RandomCalendars.counts(terms, at)) {
                counted++;
                reached = at.plusSeconds(60);
            }
        }
        Instant to = from.plusSeconds(60L * minutes);
        String about = "seed " + SEED + ", " + terms + " from " + from + " to " + to;
        assertThat(calendar.workingTime(from, to)).as(about).isEqualTo(Duration.ofMinutes(counted));
        assertThat(calendar.after(from, Duration.ofMinutes(counted))).as(about).isEqualTo(reached);
    }
}
