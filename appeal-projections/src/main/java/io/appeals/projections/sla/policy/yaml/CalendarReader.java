package io.appeals.projections.sla.policy.yaml;

import io.appeals.projections.sla.calendar.BusinessCalendar;
import io.appeals.projections.sla.calendar.CalendarTerms;
import io.appeals.projections.sla.calendar.WorkingInterval;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one calendar, noting every mistake with its path. */
final class CalendarReader {

    private static final Pattern HOURS = Pattern.compile("([01]\\d|2[0-4]):([0-5]\\d)-([01]\\d|2[0-4]):([0-5]\\d)");
    private static final Pattern YEARLY = Pattern.compile("\\d\\d-\\d\\d");
    private static final int MINUTES_AN_HOUR = 60;

    private CalendarReader() {}

    /** Empty where something is wrong that was noted. */
    static Optional<CalendarTerms> read(YamlNode node) {
        int before = node.problems().size();
        if (!node.isObjectOf("name", "version", "zone", "hours", "holidays")) {
            return Optional.empty();
        }
        CalendarTerms terms = new CalendarTerms(
                node.child("name").text(),
                node.child("version").text(),
                zone(node.child("zone")),
                week(node.child("hours")),
                holidays(node.child("holidays")));
        if (terms.name().equals(CalendarTerms.ELAPSED)) {
            node.child("name").problem("'elapsed' is the calendar on which every moment counts; choose another name");
        }
        return node.problems().size() > before ? Optional.empty() : usable(node, terms);
    }

    private static Optional<CalendarTerms> usable(YamlNode node, CalendarTerms terms) {
        try {
            return Optional.of(BusinessCalendar.of(terms).terms());
        } catch (IllegalArgumentException | DateTimeException e) {
            node.problem(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static String zone(YamlNode node) {
        String zone = node.text();
        try {
            if (!zone.isEmpty()) {
                ZoneId.of(zone);
            }
        } catch (DateTimeException e) {
            node.problem("expected an IANA time zone such as Europe/Berlin, but found '" + zone + "'");
        }
        return zone;
    }

    private static List<WorkingInterval> week(YamlNode hours) {
        List<WorkingInterval> week = new ArrayList<>();
        if (!hours.isObjectOf("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")) {
            return week;
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            YamlNode intervals = hours.child(day.name().toLowerCase(Locale.ROOT));
            if (intervals.isGiven()) {
                intervals.items().forEach(item -> interval(day, item).ifPresent(week::add));
            }
        }
        return week;
    }

    private static Optional<WorkingInterval> interval(DayOfWeek day, YamlNode node) {
        String text = node.text();
        Matcher hours = HOURS.matcher(text);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (hours.matches()) {
            int from = minutes(hours.group(1), hours.group(2));
            int to = minutes(hours.group(3), hours.group(4));
            if (from < to && to <= WorkingInterval.MINUTES_A_DAY) {
                return Optional.of(new WorkingInterval(day, from, to));
            }
        }
        node.problem("expected hours of one day such as 09:00-12:30, ending by 24:00, but found '" + text + "'");
        return Optional.empty();
    }

    private static int minutes(String hours, String minutes) {
        return Integer.parseInt(hours) * MINUTES_AN_HOUR + Integer.parseInt(minutes);
    }

    private static List<String> holidays(YamlNode node) {
        if (!node.isGiven()) {
            return List.of();
        }
        List<String> holidays = new ArrayList<>();
        for (YamlNode item : node.items()) {
            String day = item.text();
            try {
                if (YEARLY.matcher(day).matches()) {
                    MonthDay.parse("--" + day);
                } else if (!day.isEmpty()) {
                    LocalDate.parse(day);
                }
                holidays.add(day);
            } catch (DateTimeException e) {
                item.problem(
                        "expected a date such as \"2026-12-24\", or \"12-25\" for every year, but found '" + day + "'");
            }
        }
        return holidays;
    }
}
