package io.appeals.projections.sla.calendar;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;

/**
 * A calendar as it is written down.
 *
 * @param version changes with the content, so that a figure can be traced to the calendar it was computed with
 * @param zone the IANA time zone whose wall clock the intervals go by
 * @param week when time counts; intervals of one day do not overlap
 * @param holidays days without working time: {@code 2026-12-24} once, {@code 12-25} every year
 */
public record CalendarTerms(
        String name, String version, String zone, List<WorkingInterval> week, List<String> holidays) {

    /** The calendar on which every moment counts; it is always there. */
    public static final String ELAPSED = "elapsed";

    public CalendarTerms {
        week = List.copyOf(week);
        holidays = List.copyOf(holidays);
    }

    public static CalendarTerms elapsed() {
        List<WorkingInterval> always = Arrays.stream(DayOfWeek.values())
                .map(day -> new WorkingInterval(day, 0, WorkingInterval.MINUTES_A_DAY))
                .toList();
        return new CalendarTerms(ELAPSED, "1", "UTC", always, List.of());
    }
}
