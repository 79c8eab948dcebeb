package io.appeals.projections.sla.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Calendars at random, and the slow way to count by them: minute after minute, by the wall clock. */
public final class RandomCalendars {

    private static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Berlin",
            "America/New_York",
            "Australia/Sydney",
            // Changes by half an hour.
            "Australia/Lord_Howe",
            // Changes at midnight.
            "America/Havana",
            "Asia/Kathmandu");

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 365;

    private RandomCalendars() {}

    public static CalendarTerms next(RandomGenerator random, String name) {
        List<WorkingInterval> week = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            int at = random.nextInt(600);
            for (int i = random.nextInt(4); i > 0 && at < WorkingInterval.MINUTES_A_DAY - 2; i--) {
                int to = Math.min(WorkingInterval.MINUTES_A_DAY, at + 1 + random.nextInt(500));
                week.add(new WorkingInterval(day, at, to));
                at = to + random.nextInt(120);
            }
        }
        if (week.isEmpty()) {
            week.add(new WorkingInterval(DayOfWeek.SUNDAY, 0, WorkingInterval.MINUTES_A_DAY));
        }
        List<String> holidays = new ArrayList<>();
        for (int i = random.nextInt(20); i > 0; i--) {
            LocalDate date = FIRST_DAY.plusDays(random.nextInt(DAYS));
            holidays.add(
                    random.nextBoolean()
                            ? date.toString()
                            : MonthDay.from(date).toString().substring(2));
        }
        return new CalendarTerms(name, "1", ZONES.get(random.nextInt(ZONES.size())), week, holidays);
    }

    /** A whole minute of the year 2026. */
    public static Instant minute(RandomGenerator random) {
        return FIRST_DAY.atStartOfDay(ZoneId.of("UTC")).toInstant().plusSeconds(60L * random.nextInt(DAYS * 24 * 60));
    }

    /** Whether the minute that begins then counts. */
    public static boolean counts(CalendarTerms terms, Instant minute) {
        ZonedDateTime local = minute.atZone(ZoneId.of(terms.zone()));
        String date = local.toLocalDate().toString();
        if (terms.holidays().contains(date) || terms.holidays().contains(date.substring("2026-".length()))) {
            return false;
        }
        int ofDay = local.getHour() * 60 + local.getMinute();
        return terms.week().stream()
                .anyMatch(interval -> interval.day() == local.getDayOfWeek()
                        && interval.fromMinute() <= ofDay
                        && ofDay < interval.toMinute());
    }
}
