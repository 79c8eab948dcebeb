package io.appeals.projections.sla.policy;

import io.appeals.schema.appeal.Priority;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.appeal.SubjectType;
import java.util.List;

/** Which appeals a policy is for. An empty list does not restrict; all that are given must hold. */
public record PolicyMatch(
        List<SubjectType> subjectTypes,
        List<String> categories,
        List<Stage> stages,
        List<String> regions,
        List<Priority> priorities) {

    public static final PolicyMatch ALL = new PolicyMatch(List.of(), List.of(), List.of(), List.of(), List.of());

    public PolicyMatch {
        subjectTypes = List.copyOf(subjectTypes);
        categories = List.copyOf(categories);
        stages = List.copyOf(stages);
        regions = List.copyOf(regions);
        priorities = List.copyOf(priorities);
    }

    boolean includes(SlaFacts facts, List<String> regionsOfFacts) {
        return (subjectTypes.isEmpty() || subjectTypes.contains(facts.subjectType()))
                && (categories.isEmpty() || (facts.category() != null && categories.contains(facts.category())))
                && (stages.isEmpty() || stages.contains(facts.stage()))
                && (regions.isEmpty() || regions.stream().anyMatch(regionsOfFacts::contains))
                && (priorities.isEmpty() || (facts.priority() != null && priorities.contains(facts.priority())));
    }
}
