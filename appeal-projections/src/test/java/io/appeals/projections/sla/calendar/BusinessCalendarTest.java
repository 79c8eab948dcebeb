package io.appeals.projections.sla.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked cases: a period begins, so much time of the calendar is given, and then it is over. */
class BusinessCalendarTest {

    @ParameterizedTest(name = "{4}")
    @CsvSource(delimiter = '|', textBlock = """
        business          | 2026-03-04T10:00Z      | PT120H    | 2026-03-11T10:00Z      | five working days from a Wednesday end on the next Wednesday
        business          | 2026-03-06T18:00Z      | PT48H     | 2026-03-10T18:00Z      | a weekend does not count
        business          | 2026-03-07T12:00Z      | PT24H     | 2026-03-10T00:00Z      | what begins on a Saturday begins to count on Monday
        business          | 2026-03-05T00:00Z      | PT48H     | 2026-03-07T00:00Z      | what is used up at the end of Friday ends there, not on Monday
        business          | 2026-12-24T12:00Z      | PT24H     | 2026-12-28T12:00Z      | Christmas Day and the weekend after it do not count
        business          | 2026-01-01T00:00Z      | PT6000H   | 2026-12-17T00:00Z      | 250 working days are fifty weeks
        elapsed           | 2026-03-01T00:00Z      | PT720H    | 2026-03-31T00:00Z      | thirty elapsed days
        office            | 2026-03-02T12:00+01:00 | PT1H      | 2026-03-02T14:00+01:00 | the lunch break does not count
        office            | 2026-03-02T13:00+01:00 | PT30M     | 2026-03-02T14:00+01:00 | what begins in the break begins to count after it
        office            | 2026-03-02T09:00+01:00 | PT3H30M   | 2026-03-02T12:30+01:00 | a whole morning ends with the morning
        office            | 2026-03-06T17:00+01:00 | PT8H      | 2026-03-09T17:00+01:00 | eight office hours from Friday at five
        office            | 2026-04-02T17:30+02:00 | PT9H      | 2026-04-07T09:30+02:00 | Easter Monday does not count
        office            | 2026-12-24T17:00+01:00 | PT2H      | 2026-12-28T10:00+01:00 | a holiday that is named twice is one holiday
        office            | 2026-03-27T17:30+01:00 | PT1H      | 2026-03-30T09:30+02:00 | offices do not notice that summer time begins at the weekend
        office            | 2026-10-23T17:30+02:00 | PT1H      | 2026-10-26T09:30+01:00 | nor that it ends
        Europe/Berlin     | 2026-03-29T00:00+01:00 | PT5H      | 2026-03-29T06:00+02:00 | Berlin, summer time begins: the night has five hours
        Europe/Berlin     | 2026-10-25T00:00+02:00 | PT7H      | 2026-10-25T06:00+01:00 | Berlin, summer time ends: the night has seven hours
        America/New_York  | 2026-03-08T00:00-05:00 | PT5H      | 2026-03-08T06:00-04:00 | New York, summer time begins
        America/New_York  | 2026-11-01T00:00-04:00 | PT7H      | 2026-11-01T06:00-05:00 | New York, summer time ends
        Australia/Sydney  | 2026-10-04T00:00+10:00 | PT5H      | 2026-10-04T06:00+11:00 | Sydney, summer time begins in October
        Australia/Sydney  | 2026-04-05T00:00+11:00 | PT7H      | 2026-04-05T06:00+10:00 | Sydney, summer time ends in April
        small hours       | 2026-03-29T00:00+01:00 | PT30M     | 2026-03-30T02:45+02:00 | the half hour that is skipped does not count
        small hours       | 2026-10-25T00:00+02:00 | PT45M     | 2026-10-25T02:30+01:00 | the half hour that is there twice counts twice
        office            | 2026-03-02T03:00+01:00 | PT0S      | 2026-03-02T03:00+01:00 | no time at all is over at once
        """)
    void aPeriodEndsWhenItsTimeIsUsedUp(String calendar, String from, String time, String end, String says) {
        BusinessCalendar reckoned = BusinessCalendar.of(calendar(calendar));
        Instant begin = OffsetDateTime.parse(from).toInstant();
        Duration amount = Duration.parse(time);

        assertThat(reckoned.after(begin, amount))
                .as(says)
                .isEqualTo(OffsetDateTime.parse(end).toInstant());
        assertThat(reckoned.workingTime(begin, OffsetDateTime.parse(end).toInstant()))
                .isEqualTo(amount);
    }

    private static CalendarTerms calendar(String name) {
        return switch (name) {
            case "business" -> Calendars.business();
            case "elapsed" -> CalendarTerms.elapsed();
            case "office" -> Calendars.office();
            case "small hours" -> Calendars.smallHours("Europe/Berlin");
            default -> Calendars.nightDesk(name);
        };
    }

    @Test
    void nothingIsWorkedBackwards() {
        Instant now = Instant.parse("2026-03-04T10:00:00Z");
        assertThat(BusinessCalendar.of(Calendars.business()).workingTime(now, now.minusSeconds(60)))
                .isZero();
    }

    @Test
    void aHundredYearsTakeNoLongerThanAFewMilliseconds() {
        BusinessCalendar office = BusinessCalendar.of(Calendars.office());
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        Instant to = Instant.parse("2126-01-01T00:00:00Z");
        office.workingTime(from, to);

        long begin = System.nanoTime();
        Duration worked = office.workingTime(from, to);
        Instant end = office.after(from, worked);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);

        assertThat(office.workingTime(from, end)).isEqualTo(worked);
        assertThat(took).as(String.format(Locale.ROOT, "%s", took)).isLessThan(Duration.ofMillis(50));
    }

    @Test
    void aCalendarWithoutWorkingTimeIsRefused() {
        assertThatThrownBy(() -> BusinessCalendar.of(new CalendarTerms("idle", "1", "UTC", List.of(), List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("idle has none");
    }

    @Test
    void intervalsThatOverlapAreRefused() {
        List<WorkingInterval> twice = List.of(
                new WorkingInterval(DayOfWeek.MONDAY, 60, 180), new WorkingInterval(DayOfWeek.MONDAY, 120, 240));
        assertThatThrownBy(() -> BusinessCalendar.of(new CalendarTerms("twice", "1", "UTC", twice, List.of())))
                .hasMessageContaining("must not overlap, but two of MONDAY do");
    }
}
