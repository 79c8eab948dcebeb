package io.appeals.api.sla;

import io.appeals.projections.sla.calendar.CalendarTerms;
import io.appeals.projections.sla.calendar.WorkingInterval;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.policy.PolicyMatch;
import io.appeals.projections.sla.policy.Region;
import io.appeals.projections.sla.policy.SlaPolicy;
import io.appeals.schema.appeal.AppealStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The policies in force, as a client reads them. */
@Schema(description = "The policies and calendars that clocks which begin now are pinned to")
record PolicyList(
        @Schema(description = "What a clock names as its policyVersion")
        String version,

        List<Region> regions,
        List<Calendar> calendars,

        @Schema(description = "In order: of those of a metric, the first that matches an appeal counts")
        List<Policy> policies) {

    /**
     * When time counts.
     *
     * @param week each working interval, for instance {@code MONDAY 09:00-17:00}
     * @param holidays dates or rules on which nothing counts
     */
    record Calendar(String name, String version, String zone, List<String> week, List<String> holidays) {

        static Calendar of(CalendarTerms terms) {
            return new Calendar(
                    terms.name(),
                    terms.version(),
                    terms.zone(),
                    terms.week().stream().map(Calendar::text).toList(),
                    terms.holidays());
        }

        private static String text(WorkingInterval interval) {
            return interval.day() + " " + time(interval.fromMinute()) + "-" + time(interval.toMinute());
        }

        /** The end of a day is 24:00, which no time of day is. */
        private static String time(int minute) {
            return "%02d:%02d".formatted(minute / 60, minute % 60);
        }
    }

    /**
     * One policy.
     *
     * @param goalMillis time to use up, by the calendar
     * @param ownDeadline whether a deadline that the appeal itself names counts instead
     * @param warnings for instance {@code 75%}, or {@code PT24H} for what is left
     * @param onBreach the command that is proposed then, or {@code none}
     */
    record Policy(
            String name,
            String metric,
            PolicyMatch match,
            long goalMillis,
            boolean ownDeadline,
            String calendar,
            List<AppealStatus> pauseWhile,
            List<String> warnings,
            String onBreach) {

        static Policy of(SlaPolicy policy) {
            return new Policy(
                    policy.name(),
                    policy.metric().word(),
                    policy.match(),
                    policy.goal().toMillis(),
                    policy.ownDeadline(),
                    policy.calendar(),
                    policy.pauseWhile(),
                    policy.warnings().stream()
                            .map(warning -> warning.threshold())
                            .toList(),
                    policy.onBreach().word());
        }
    }

    static PolicyList of(PolicyBook book) {
        return new PolicyList(
                book.id(),
                book.terms().regions(),
                book.terms().calendars().stream().map(Calendar::of).toList(),
                book.terms().policies().stream().map(Policy::of).toList());
    }
}
