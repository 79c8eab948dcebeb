package io.appeals.projections.sla.policy;

import io.appeals.projections.sla.calendar.BusinessCalendar;
import io.appeals.projections.sla.calendar.CalendarTerms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Policies and calendars that belong together, ready for use. */
public final class PolicyBook {

    private final PolicyTerms terms;
    private final Map<String, BusinessCalendar> calendars;

    private PolicyBook(PolicyTerms terms, Map<String, BusinessCalendar> calendars) {
        this.terms = terms;
        this.calendars = calendars;
    }

    /** @throws IllegalArgumentException if a policy names a calendar that is not there, or a calendar is none */
    public static PolicyBook of(PolicyTerms terms) {
        Map<String, BusinessCalendar> calendars = Stream.concat(
                        Stream.of(CalendarTerms.elapsed()),
                        terms.calendars().stream()
                                .filter(calendar -> !calendar.name().equals(CalendarTerms.ELAPSED)))
                .collect(Collectors.toUnmodifiableMap(
                        CalendarTerms::name, BusinessCalendar::of, (first, second) -> first));
        for (SlaPolicy policy : terms.policies()) {
            if (!calendars.containsKey(policy.calendar())) {
                throw new IllegalArgumentException(
                        "policy " + policy.name() + " names a calendar " + policy.calendar() + " that is not there");
            }
        }
        return new PolicyBook(terms, calendars);
    }

    public PolicyTerms terms() {
        return terms;
    }

    public String id() {
        return terms.id();
    }

    /** The first policy in order that is for this metric of this appeal. */
    public Optional<SlaPolicy> find(Metric metric, SlaFacts facts) {
        List<String> regions = regionsOf(facts.marketplaceId());
        return terms.policies().stream()
                .filter(policy -> policy.metric() == metric && policy.match().includes(facts, regions))
                .findFirst();
    }

    private List<String> regionsOf(@Nullable String marketplaceId) {
        return marketplaceId == null
                ? List.of()
                : terms.regions().stream()
                        .filter(region -> region.includes(marketplaceId))
                        .map(Region::name)
                        .toList();
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public SlaPolicy policy(String name) {
        return terms.policies().stream()
                .filter(policy -> policy.name().equals(name))
                .findFirst()
                .orElseThrow(missing("policy", name));
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public BusinessCalendar calendar(String name) {
        return Optional.ofNullable(calendars.get(name)).orElseThrow(missing("calendar", name));
    }

    private Supplier<IllegalArgumentException> missing(String what, String name) {
        return () -> new IllegalArgumentException("book " + id() + " has no " + what + " " + name);
    }
}
