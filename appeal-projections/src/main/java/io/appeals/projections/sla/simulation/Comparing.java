package io.appeals.projections.sla.simulation;

import io.appeals.projections.sla.simulation.PolicySimulation.Comparison;
import io.appeals.projections.sla.simulation.PolicySimulation.Example;
import io.appeals.projections.sla.simulation.PolicySimulation.Line;
import io.appeals.projections.sla.simulation.PolicySimulation.Tally;
import io.appeals.projections.sla.simulation.PolicySimulation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One line of the outcome while it is counted. */
final class Comparing {

    private static final int EXAMPLES = 5;

    private final Line line;
    private final List<Example> otherwiseBreached = new ArrayList<>();
    private final List<Example> otherwiseWarned = new ArrayList<>();
    private Tally before = Tally.NONE;
    private Tally after = Tally.NONE;

    Comparing(Line line) {
        this.line = line;
    }

    /** @param difference null where both books say the same of the clock */
    void add(Tally one, Tally other, @Nullable Example difference) {
        before = before.plus(one);
        after = after.plus(other);
        if (difference != null) {
            List<Example> alike = isBreached(difference.before()) == isBreached(difference.after())
                    ? otherwiseWarned
                    : otherwiseBreached;
            if (alike.size() < EXAMPLES) {
                alike.add(difference);
            }
        }
    }

    private static boolean isBreached(@Nullable Verdict verdict) {
        return verdict != null && verdict.breachedAt() != null;
    }

    /** Of breaches there are examples first: they are what policies are changed for. */
    Comparison comparison() {
        List<Example> examples = Stream.concat(otherwiseBreached.stream(), otherwiseWarned.stream())
                .limit(EXAMPLES)
                .toList();
        return new Comparison(line, before, after, examples);
    }
}
