package io.appeals.projections.sla.policy;

import java.util.Arrays;
import java.util.Optional;

/** What is measured, with whose time it is. */
public enum Metric {
    FILING_WINDOW("filing_window", false),
    ACKNOWLEDGEMENT("acknowledgement", true),
    DECISION("decision", true),
    SELLER_RESPONSE("seller_response", false),
    THIRD_PARTY_RESPONSE("third_party_response", false),
    ESCALATION_DECISION("escalation_decision", true),
    ESCALATION_WINDOW("escalation_window", false),
    PERIODIC_UPDATE("periodic_update", true),
    REMEDY("remedy", true),
    EXTERNAL("external", false);

    private final String word;
    private final boolean ofMarketplace;

    Metric(String word, boolean ofMarketplace) {
        this.word = word;
        this.ofMarketplace = ofMarketplace;
    }

    /** As it stands in topics, queries and policy files, for instance {@code filing_window}. */
    public String word() {
        return word;
    }

    /** Whether it is the marketplace's own work that is measured. */
    public boolean isOfMarketplace() {
        return ofMarketplace;
    }

    public static Optional<Metric> of(String word) {
        return Arrays.stream(values())
                .filter(metric -> metric.word.equals(word))
                .findFirst();
    }
}
