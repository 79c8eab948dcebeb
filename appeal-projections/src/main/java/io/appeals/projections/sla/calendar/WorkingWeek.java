package io.appeals.projections.sla.calendar;

import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.List;

/**
 * Working time by a wall clock that never changes its offset, in milliseconds since 1970-01-01T00:00 of that clock.
 * Whole weeks are multiplied, not walked through.
 */
final class WorkingWeek {

    static final long DAY = 24L * 60 * 60 * 1000;

    private static final long MINUTE = 60_000;
    private static final int DAYS_A_WEEK = 7;

    /** 1970-01-01 was a Thursday: epoch day -3 is the Monday that weeks are counted from. */
    private static final long MONDAY_BEFORE_EPOCH = 3;

    private final List<List<WorkingInterval>> byDay;
    private final long[] beforeDay = new long[DAYS_A_WEEK + 1];
    private final Holidays holidays;

    WorkingWeek(List<WorkingInterval> intervals, Holidays holidays) {
        this.holidays = holidays;
        this.byDay = List.of(DayOfWeek.values()).stream()
                .map(day -> intervals.stream()
                        .filter(interval -> interval.day() == day)
                        .sorted(Comparator.comparing(WorkingInterval::fromMinute))
                        .toList())
                .toList();
        for (int day = 0; day < DAYS_A_WEEK; day++) {
            beforeDay[day + 1] = beforeDay[day] + inDay(day, DAY);
        }
    }

    /** The working time of a week without holidays. */
    long total() {
        return beforeDay[DAYS_A_WEEK];
    }

    /** The working time from one moment to a later one. */
    long between(long from, long to) {
        if (from >= to) {
            return 0;
        }
        return ignoringHolidays(to) - ignoringHolidays(from) - onHolidays(from, to);
    }

    private long ignoringHolidays(long moment) {
        long day = Math.floorDiv(moment, DAY);
        long week = Math.floorDiv(day + MONDAY_BEFORE_EPOCH, DAYS_A_WEEK);
        int weekday = weekday(day);
        return week * total() + beforeDay[weekday] + inDay(weekday, Math.floorMod(moment, DAY));
    }

    private long onHolidays(long from, long to) {
        if (holidays.areNone()) {
            return 0;
        }
        return holidays.sum(
                Math.floorDiv(from, DAY),
                Math.floorDiv(to - 1, DAY),
                day -> inDay(weekday(day), Math.min(to - day * DAY, DAY))
                        - inDay(weekday(day), Math.max(from - day * DAY, 0)));
    }

    /** The working time of a weekday from its midnight up to that millisecond of it. */
    private long inDay(int weekday, long upTo) {
        long sum = 0;
        for (WorkingInterval interval : byDay.get(weekday)) {
            sum += Math.max(0, Math.min(upTo, interval.toMinute() * MINUTE) - interval.fromMinute() * MINUTE);
        }
        return sum;
    }

    private static int weekday(long day) {
        return (int) Math.floorMod(day + MONDAY_BEFORE_EPOCH, DAYS_A_WEEK);
    }

    /**
     * The first moment by which that much working time has passed.
     *
     * @param amount positive, and no more than there is between {@code from} and {@code limit}
     */
    long after(long from, long limit, long amount) {
        long day = firstDayWithEnough(from, limit, amount);
        long left = amount - between(from, Math.max(from, day * DAY));
        long begin = Math.max(from - day * DAY, 0);
        for (WorkingInterval interval : byDay.get(weekday(day))) {
            long start = Math.max(begin, interval.fromMinute() * MINUTE);
            long worked = Math.max(0, interval.toMinute() * MINUTE - start);
            if (worked >= left) {
                return day * DAY + start + left;
            }
            left -= worked;
        }
        throw new IllegalArgumentException(
                "there are only " + between(from, limit) + " ms of working time, not " + amount);
    }

    private long firstDayWithEnough(long from, long limit, long amount) {
        long low = Math.floorDiv(from, DAY);
        long high = Math.floorDiv(limit, DAY);
        while (low < high) {
            long middle = Math.floorDiv(low + high, 2);
            if (between(from, (middle + 1) * DAY) >= amount) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
