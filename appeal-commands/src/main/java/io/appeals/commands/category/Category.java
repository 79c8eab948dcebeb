package io.appeals.commands.category;

import io.appeals.schema.appeal.RequirementLevel;
import io.appeals.schema.appeal.SubjectType;
import java.util.List;

/**
 * A kind of matter that is appealed, with what such an appeal must bring.
 *
 * @param code for instance PRODUCT_AUTHENTICITY
 * @param subjectTypes what an appeal of this category may be about
 * @param keywords words and phrases of sellers' own descriptions that point to this category
 */
public record Category(
        String code,
        String title,
        String description,
        List<SubjectType> subjectTypes,
        PlanOfActionNeed planOfAction,
        List<EvidenceRequirement> evidence,
        List<String> keywords) {

    public Category {
        subjectTypes = List.copyOf(subjectTypes);
        evidence = List.copyOf(evidence);
        keywords = List.copyOf(keywords);
    }

    public boolean appliesTo(SubjectType subjectType) {
        return subjectTypes.contains(subjectType);
    }

    public List<EvidenceRequirement> requirements(RequirementLevel level) {
        return evidence.stream().filter(one -> one.level() == level).toList();
    }
}
