package io.appeals.projections.sla.policy;

import io.appeals.projections.sla.calendar.CalendarTerms;
import java.util.List;

/**
 * A book of policies as it is written down.
 *
 * @param version as its author named it
 * @param fingerprint of the content, so that a file that was changed under the same version is another book
 * @param policies in order: the first that matches is the one
 */
public record PolicyTerms(
        String version,
        String fingerprint,
        List<Region> regions,
        List<CalendarTerms> calendars,
        List<SlaPolicy> policies) {

    public PolicyTerms {
        regions = List.copyOf(regions);
        calendars = List.copyOf(calendars);
        policies = List.copyOf(policies);
    }

    /** What a clock is pinned to, for instance {@code 2026-01+5f1d09ab}. */
    public String id() {
        return version + "+" + fingerprint;
    }
}
