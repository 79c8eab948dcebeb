package io.appeals.projections.sla.policy.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A policy file cannot be used; the message names every place in the file and what was expected there. */
public final class InvalidPoliciesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    InvalidPoliciesException(String source, List<String> problems, @Nullable Throwable cause) {
        super("The SLA policies " + source + " cannot be used:\n  " + String.join("\n  ", problems), cause);
        this.problems = List.copyOf(problems);
    }

    /** One line each, beginning with the path of the field where it is about one. */
    public List<String> problems() {
        return problems;
    }
}
