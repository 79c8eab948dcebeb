package io.appeals.commands.appeal;

import io.appeals.commands.category.Category;
import io.appeals.commands.category.CategoryCatalogue;
import io.appeals.commands.category.EvidenceRequirement;
import io.appeals.commands.category.PlanOfActionNeed;
import io.appeals.schema.appeal.RequirementLevel;
import io.appeals.schema.appeal.SubjectType;
import java.util.List;

/** A small catalogue: one category that needs an invoice, one that needs nothing, one that needs a plan, one for fees. */
public final class TestCatalogue {

    public static final String VERSION = "test-7";

    public static final CategoryCatalogue CATALOGUE = new CategoryCatalogue(
            VERSION,
            List.of(
                    category(
                            "AUTHENTICITY",
                            SubjectType.LISTING,
                            PlanOfActionNeed.RECOMMENDED,
                            evidence("INVOICE", RequirementLevel.REQUIRED),
                            new EvidenceRequirement(
                                    "LETTER", RequirementLevel.ALTERNATIVE_REQUIRED, "a letter", List.of("INVOICE"))),
                    category("SAFETY", SubjectType.LISTING, PlanOfActionNeed.NOT_NEEDED),
                    category("QUALITY", SubjectType.LISTING, PlanOfActionNeed.REQUIRED),
                    category("FEES", SubjectType.FEE, PlanOfActionNeed.NOT_NEEDED)));

    private TestCatalogue() {}

    private static Category category(
            String code, SubjectType subjectType, PlanOfActionNeed plan, EvidenceRequirement... evidence) {
        return new Category(code, code, code, List.of(subjectType), plan, List.of(evidence), List.of());
    }

    private static EvidenceRequirement evidence(String kind, RequirementLevel level) {
        return new EvidenceRequirement(kind, level, "an " + kind, List.of());
    }
}
