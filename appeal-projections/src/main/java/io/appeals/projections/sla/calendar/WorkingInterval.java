package io.appeals.projections.sla.calendar;

import java.time.DayOfWeek;

/**
 * A stretch of one weekday in which time counts, by the wall clock of the calendar's zone. Work past midnight is two of
 * them.
 *
 * @param fromMinute of the day, from 0
 * @param toMinute exclusive, up to 1440, which is the day's end
 */
public record WorkingInterval(DayOfWeek day, int fromMinute, int toMinute) {

    public static final int MINUTES_A_DAY = 24 * 60;

    /** @throws IllegalArgumentException unless it begins before it ends, within one day */
    public WorkingInterval {
        if (fromMinute < 0 || toMinute > MINUTES_A_DAY || fromMinute >= toMinute) {
            throw new IllegalArgumentException("an interval lies within one day and begins before it ends, but " + day
                    + " has minutes " + fromMinute + " to " + toMinute);
        }
    }

    boolean overlaps(WorkingInterval other) {
        return day == other.day && fromMinute < other.toMinute && other.fromMinute < toMinute;
    }
}
