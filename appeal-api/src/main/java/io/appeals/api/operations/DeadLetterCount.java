package io.appeals.api.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** What the two sides' counts of dead letters have in common, so that they add up. */
final class DeadLetterCount {

    static final String NAME = "appeals.dead.letters";
    static final String DESCRIPTION = "Records put aside in appeals.dead-letters.v1, by who reported them and why";

    /** They are there from the start: what first appears with a one has not visibly increased. */
    static final List<String> REASONS = List.of("undecodable", "unfoldable", "invalid");

    private DeadLetterCount() {}

    /** Of the write side. */
    static Counter byCommands(MeterRegistry registry, String reason) {
        return Counter.builder(NAME)
                .description(DESCRIPTION)
                .tag("reporter", "appeal-commands")
                .tag("reason", reason)
                .register(registry);
    }
}
