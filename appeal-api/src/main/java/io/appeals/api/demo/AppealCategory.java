package io.appeals.api.demo;

import io.appeals.schema.appeal.RequirementLevel;
import io.appeals.schema.appeal.SubjectType;
import java.util.ArrayList;
import java.util.List;

/**
 * What an appeal of one category must bring, as the product's catalogue has it.
 *
 * @param planOfAction whether it needs one
 */
record AppealCategory(
        String code, List<SubjectType> subjectTypes, boolean planOfAction, List<EvidenceDemand> evidence) {

    /**
     * One kind of evidence that is asked for.
     *
     * @param insteadOf the REQUIRED kinds that an ALTERNATIVE_REQUIRED kind may replace
     */
    record EvidenceDemand(String kind, RequirementLevel level, List<String> insteadOf) {}

    /** Kinds of evidence that a diligent seller brings: all that must be there, and now and then more. */
    List<String> evidenceBrought(Dice dice) {
        List<String> brought = new ArrayList<>();
        for (String required : kinds(RequirementLevel.REQUIRED)) {
            List<String> instead = instead(required);
            String kind = !instead.isEmpty() && dice.chance(25) ? dice.oneOf(instead) : required;
            if (!brought.contains(kind)) {
                brought.add(kind);
            }
        }
        brought.addAll(dice.some(dice.chance(40) ? 2 : 1, kinds(RequirementLevel.ONE_OR_MORE)));
        brought.addAll(dice.some(dice.chance(30) ? 1 : 0, kinds(RequirementLevel.OPTIONAL)));
        return brought;
    }

    /** Any kind that the category knows of. */
    String someKind(Dice dice) {
        return evidence.isEmpty() ? "OTHER_DOCUMENT" : dice.oneOf(evidence).kind();
    }

    private List<String> kinds(RequirementLevel level) {
        return evidence.stream()
                .filter(demand -> demand.level() == level)
                .map(EvidenceDemand::kind)
                .toList();
    }

    private List<String> instead(String required) {
        return evidence.stream()
                .filter(demand -> demand.level() == RequirementLevel.ALTERNATIVE_REQUIRED)
                .filter(demand -> demand.insteadOf().contains(required))
                .map(EvidenceDemand::kind)
                .toList();
    }
}
