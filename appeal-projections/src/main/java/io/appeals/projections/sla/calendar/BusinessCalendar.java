package io.appeals.projections.sla.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Counts working time. A moment counts if the wall clock of the zone shows a working hour of a day that is no holiday:
 * an hour that the clock skips is not there, one that it shows twice counts twice. All moments are whole milliseconds.
 *
 * <p>Between two changes of the zone's offset the wall clock runs evenly, so time is counted from change to change.
 */
public final class BusinessCalendar {

    /** Looked at in one go; every zone has working time within it. */
    private static final Duration STRETCH = Duration.ofDays(400);

    private static final int MOST_STRETCHES = 2_000;

    private final CalendarTerms terms;
    private final ZoneRules rules;
    private final WorkingWeek week;

    private BusinessCalendar(CalendarTerms terms, ZoneRules rules, WorkingWeek week) {
        this.terms = terms;
        this.rules = rules;
        this.week = week;
    }

    /**
     * @throws IllegalArgumentException if the week has no working time, or intervals that overlap
     * @throws java.time.DateTimeException if the zone or a holiday is none
     */
    public static BusinessCalendar of(CalendarTerms terms) {
        WorkingWeek week = new WorkingWeek(terms.week(), Holidays.of(terms.holidays()));
        if (week.total() == 0) {
            throw new IllegalArgumentException("a calendar needs working time, but " + terms.name() + " has none");
        }
        for (int i = 0; i < terms.week().size(); i++) {
            for (WorkingInterval other :
                    terms.week().subList(i + 1, terms.week().size())) {
                if (terms.week().get(i).overlaps(other)) {
                    throw new IllegalArgumentException("intervals of a day must not overlap, but two of " + other.day()
                            + " do in calendar " + terms.name());
                }
            }
        }
        return new BusinessCalendar(terms, ZoneId.of(terms.zone()).getRules(), week);
    }

    public CalendarTerms terms() {
        return terms;
    }

    /** The working time from one moment to another; zero if the other is not later. */
    public Duration workingTime(Instant from, Instant to) {
        long total = 0;
        for (Instant at = from; at.isBefore(to); ) {
            Instant end = earlier(to, nextChange(at));
            long offset = offsetAt(at);
            total += week.between(at.toEpochMilli() + offset, end.toEpochMilli() + offset);
            at = end;
        }
        return Duration.ofMillis(total);
    }

    /** The first moment by which that much working time has passed since {@code from}; {@code from} itself for none. */
    public Instant after(Instant from, Duration workingTime) {
        long left = workingTime.toMillis();
        if (left <= 0) {
            return from;
        }
        Instant at = from;
        for (int stretch = 0; stretch < MOST_STRETCHES; stretch++) {
            Instant end = earlier(at.plus(STRETCH), nextChange(at));
            long offset = offsetAt(at);
            long begin = at.toEpochMilli() + offset;
            long limit = end.toEpochMilli() + offset;
            long available = week.between(begin, limit);
            if (available >= left) {
                return Instant.ofEpochMilli(week.after(begin, limit, left) - offset);
            }
            left -= available;
            at = end;
        }
        throw new ArithmeticException("calendar " + terms.name() + " has no " + workingTime + " of working time");
    }

    private Instant nextChange(Instant at) {
        ZoneOffsetTransition next = rules.nextTransition(at);
        return next == null ? Instant.MAX : next.getInstant();
    }

    private long offsetAt(Instant at) {
        return rules.getOffset(at).getTotalSeconds() * 1_000L;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
