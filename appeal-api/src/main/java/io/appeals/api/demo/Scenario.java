package io.appeals.api.demo;

import io.appeals.schema.appeal.AppealStatus;
import java.util.List;

/**
 * One appeal from its beginning to where it is left.
 *
 * @param plot what kind of story it is
 */
record Scenario(String appealId, String category, Plot plot, List<Step> steps) {

    Scenario {
        steps = List.copyOf(steps);
    }

    /** Where the appeal stands at the end. */
    AppealStatus end() {
        return steps.getLast().after().status();
    }
}
