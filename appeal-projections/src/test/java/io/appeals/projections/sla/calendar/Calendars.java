package io.appeals.projections.sla.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Calendars that tests reckon with. */
public final class Calendars {

    private static final List<DayOfWeek> WEEKDAYS =
            Arrays.asList(DayOfWeek.values()).subList(0, 5);

    private Calendars() {}

    /** Monday to Friday around the clock, Christmas Day off. */
    public static CalendarTerms business() {
        return terms("business", "UTC", hours(WEEKDAYS, 0, 24 * 60), List.of("12-25"));
    }

    /** 09:00 to 12:30 and 13:30 to 18:00 in Berlin, Monday to Friday; Easter Monday 2026 and Christmas Day off. */
    public static CalendarTerms office() {
        List<WorkingInterval> week = new ArrayList<>(hours(WEEKDAYS, minutes("09:00"), minutes("12:30")));
        week.addAll(hours(WEEKDAYS, minutes("13:30"), minutes("18:00")));
        return terms("office", "Europe/Berlin", week, List.of("2026-04-06", "12-25", "2026-12-25"));
    }

    /** From midnight to six, every day: the hours in which clocks change. */
    public static CalendarTerms nightDesk(String zone) {
        return terms("night desk", zone, hours(List.of(DayOfWeek.values()), 0, 6 * 60), List.of());
    }

    /** 02:15 to 02:45, every day: skipped in spring, there twice in autumn. */
    public static CalendarTerms smallHours(String zone) {
        return terms(
                "small hours", zone, hours(List.of(DayOfWeek.values()), minutes("02:15"), minutes("02:45")), List.of());
    }

    private static CalendarTerms terms(String name, String zone, List<WorkingInterval> week, List<String> holidays) {
        return new CalendarTerms(name, "1", zone, week, holidays);
    }

    private static List<WorkingInterval> hours(List<DayOfWeek> days, int from, int to) {
        return days.stream().map(day -> new WorkingInterval(day, from, to)).toList();
    }

    private static int minutes(String time) {
        return LocalTime.parse(time).toSecondOfDay() / 60;
    }
}
