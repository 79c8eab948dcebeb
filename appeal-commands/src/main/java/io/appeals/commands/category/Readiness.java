package io.appeals.commands.category;

import java.util.List;

/**
 * How a draft stands before its submission.
 *
 * @param missing what must be added before it can be submitted
 * @param advice what may be submitted as it is, but is unwise
 */
public record Readiness(List<Finding> missing, List<Finding> advice) {

    public Readiness {
        missing = List.copyOf(missing);
        advice = List.copyOf(advice);
    }

    public boolean isReady() {
        return missing.isEmpty();
    }
}
