package io.appeals.commands.category;

import static io.appeals.schema.appeal.RequirementLevel.ALTERNATIVE_REQUIRED;
import static io.appeals.schema.appeal.RequirementLevel.ONE_OR_MORE;
import static io.appeals.schema.appeal.RequirementLevel.OPTIONAL;
import static io.appeals.schema.appeal.RequirementLevel.REQUIRED;
import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.schema.appeal.RequirementLevel;
import io.appeals.schema.appeal.SubjectType;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChecklistTest {

    private static final int LONG_ENOUGH = 400;

    private final Checklist checklist = new Checklist(new CategoryCatalogue(
            "1",
            List.of(
                    category(
                            "DELIVERY",
                            PlanOfActionNeed.RECOMMENDED,
                            evidence("PROOF_OF_DELIVERY", REQUIRED),
                            new EvidenceRequirement(
                                    "TRACKING", ALTERNATIVE_REQUIRED, "the tracking", List.of("PROOF_OF_DELIVERY")),
                            evidence("INVOICE", REQUIRED),
                            evidence("PHOTO", OPTIONAL)),
                    category(
                            "IDENTITY",
                            PlanOfActionNeed.NOT_NEEDED,
                            evidence("BILL", ONE_OR_MORE),
                            evidence("STATEMENT", ONE_OR_MORE)),
                    category("PERFORMANCE", PlanOfActionNeed.REQUIRED))));

    @Test
    void everyRequiredKindMustBeThere() {
        assertThat(missing("DELIVERY", true))
                .containsExactly("evidence-required [PROOF_OF_DELIVERY, TRACKING]", "evidence-required [INVOICE]");
        assertThat(missing("DELIVERY", true, "INVOICE", "PROOF_OF_DELIVERY")).isEmpty();
    }

    @Test
    void anAlternativeStandsInOnlyForTheKindItNames() {
        assertThat(missing("DELIVERY", true, "TRACKING")).containsExactly("evidence-required [INVOICE]");
        assertThat(missing("DELIVERY", true, "TRACKING", "INVOICE")).isEmpty();
    }

    @Test
    void oneOfSeveralKindsIsEnough() {
        assertThat(missing("IDENTITY", true)).containsExactly("evidence-required [BILL, STATEMENT]");
        assertThat(missing("IDENTITY", true, "STATEMENT")).isEmpty();
    }

    @Test
    void aPlanOfActionMustBeThereWhereTheCategoryRequiresIt() {
        assertThat(missing("PERFORMANCE", false)).containsExactly("plan-of-action-required []");
        assertThat(missing("PERFORMANCE", true)).isEmpty();
    }

    @Test
    void aSubmissionSaysSomethingUnderACategoryThatFits() {
        Readiness empty = checklist.check(new SubmissionFacts(SubjectType.ACCOUNT, null, 0, false, List.of()));
        assertThat(empty.isReady()).isFalse();
        assertThat(codes(empty.missing())).containsExactly("statement-required []", "category-required []");

        Readiness misfit =
                checklist.check(new SubmissionFacts(SubjectType.FEE, "PERFORMANCE", LONG_ENOUGH, true, List.of()));
        assertThat(codes(misfit.missing())).containsExactly("category-required []");
    }

    @Test
    void whatIsUnwiseIsAdviceAndDoesNotStandInTheWay() {
        Readiness readiness = checklist.check(new SubmissionFacts(
                SubjectType.ACCOUNT,
                "DELIVERY",
                20,
                false,
                List.of(
                        new EvidenceFact("PROOF_OF_DELIVERY", 30L * 1024 * 1024),
                        new EvidenceFact("INVOICE", 1000),
                        new EvidenceFact("PASSPORT", 1000))));
        assertThat(readiness.isReady()).isTrue();
        assertThat(codes(readiness.advice()))
                .containsExactly(
                        "statement-short []",
                        "evidence-large [PROOF_OF_DELIVERY]",
                        "plan-of-action-recommended []",
                        "evidence-helpful [PHOTO]",
                        "evidence-unusual [PASSPORT]");
    }

    @Test
    void aStrongSubmissionNeedsNoAdvice() {
        Readiness readiness = checklist.check(new SubmissionFacts(
                SubjectType.ACCOUNT,
                "DELIVERY",
                LONG_ENOUGH,
                true,
                Stream.of("PROOF_OF_DELIVERY", "INVOICE", "PHOTO")
                        .map(kind -> new EvidenceFact(kind, 1000))
                        .toList()));
        assertThat(readiness).isEqualTo(new Readiness(List.of(), List.of()));
    }

    private List<String> missing(@Nullable String category, boolean plan, String... kinds) {
        SubmissionFacts submission = new SubmissionFacts(
                SubjectType.ACCOUNT,
                category,
                LONG_ENOUGH,
                plan,
                Stream.of(kinds).map(kind -> new EvidenceFact(kind, 1000)).toList());
        List<Finding> missing = checklist.missing(submission);
        assertThat(checklist.check(submission).missing()).isEqualTo(missing);
        return codes(missing);
    }

    private static List<String> codes(List<Finding> findings) {
        assertThat(findings).allSatisfy(finding -> assertThat(finding.detail()).isNotBlank());
        return findings.stream()
                .map(finding -> finding.code() + " " + finding.kinds())
                .toList();
    }

    private static Category category(String code, PlanOfActionNeed plan, EvidenceRequirement... evidence) {
        return new Category(code, code, code, List.of(SubjectType.ACCOUNT), plan, List.of(evidence), List.of());
    }

    private static EvidenceRequirement evidence(String kind, RequirementLevel level) {
        return new EvidenceRequirement(kind, level, "the " + kind, List.of());
    }
}
