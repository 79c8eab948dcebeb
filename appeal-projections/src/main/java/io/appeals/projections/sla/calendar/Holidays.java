package io.appeals.projections.sla.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

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

    /** Those from the first day to the last, both included, in no order. */
    LongStream between(long first, long last) {
        LongStream yearly = everyYear.isEmpty() || first > last ? LongStream.empty() : yearly(first, last);
        return LongStream.concat(LongStream.of(once), yearly).filter(day -> day >= first && day <= last);
    }

    private LongStream yearly(long first, long last) {
        return LongStream.rangeClosed(
                        LocalDate.ofEpochDay(first).getYear(),
                        LocalDate.ofEpochDay(last).getYear())
                .flatMap(year -> everyYear.stream()
                        .filter(day -> day.isValidYear((int) year))
                        .mapToLong(day -> Year.of((int) year).atMonthDay(day).toEpochDay()));
    }
}
