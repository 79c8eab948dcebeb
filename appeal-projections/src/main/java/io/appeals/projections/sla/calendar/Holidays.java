package io.appeals.projections.sla.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** Days on which nobody works, once or every year; a day that is named twice counts once. Days are epoch days. */
final class Holidays {

    private static final int FULL_DATE = "2026-12-25".length();

    private final long[] once;
    private final List<MonthDay> everyYear;

    private Holidays(long[] once, List<MonthDay> everyYear) {
        this.once = once;
        this.everyYear = everyYear;
    }

    /** @throws java.time.DateTimeException where one is neither a date nor a month and day */
    static Holidays of(List<String> written) {
        List<MonthDay> yearly = new ArrayList<>();
        List<LocalDate> single = new ArrayList<>();
        for (String day : written) {
            if (day.length() == FULL_DATE) {
                single.add(LocalDate.parse(day));
            } else {
                yearly.add(MonthDay.parse("--" + day));
            }
        }
        long[] once = single.stream()
                .filter(date -> !yearly.contains(MonthDay.from(date)))
                .mapToLong(LocalDate::toEpochDay)
                .distinct()
                .toArray();
        return new Holidays(once, yearly.stream().distinct().toList());
    }

    boolean areNone() {
        return once.length == 0 && everyYear.isEmpty();
    }

    /**
     * The sum of what each of them from the first day to the last, both included, counts for. Every figure of every clock
     * comes through here, several times: streams would take most of the time that they are reckoned in.
     */
    long sum(long first, long last, LongUnaryOperator ofDay) {
        if (first > last) {
            return 0;
        }
        long sum = 0;
        for (long day : once) {
            sum += day >= first && day <= last ? ofDay.applyAsLong(day) : 0;
        }
        return everyYear.isEmpty() ? sum : sum + sumOfYearly(first, last, ofDay);
    }

    private long sumOfYearly(long first, long last, LongUnaryOperator ofDay) {
        long sum = 0;
        int lastYear = LocalDate.ofEpochDay(last).getYear();
        for (int year = LocalDate.ofEpochDay(first).getYear(); year <= lastYear; year++) {
            for (MonthDay each : everyYear) {
                if (each.isValidYear(year)) {
                    long day = each.atYear(year).toEpochDay();
                    sum += day >= first && day <= last ? ofDay.applyAsLong(day) : 0;
                }
            }
        }
        return sum;
    }
}
