package io.appeals.commands.category;

import io.appeals.schema.appeal.RequirementLevel;
import io.appeals.schema.appeal.SubjectType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a submission must hold for its category. Every REQUIRED kind must be there, or an ALTERNATIVE_REQUIRED kind that
 * stands in for it; at least one of all ONE_OR_MORE kinds; OPTIONAL kinds may be left out.
 */
public final class Checklist {

    private final CategoryCatalogue catalogue;

    public Checklist(CategoryCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What is missing or unwise. */
    public Readiness check(SubmissionFacts submission) {
        return new Readiness(missing(submission), SubmissionAdvice.on(submission, category(submission)));
    }

    /** True when nothing is missing. */
    public boolean isSatisfiedBy(SubmissionFacts submission) {
        return missing(submission).isEmpty();
    }

    /** What must be added before the appeal can be submitted. */
    public List<Finding> missing(SubmissionFacts submission) {
        List<Finding> missing = new ArrayList<>();
        if (submission.statementLength() == 0) {
            missing.add(Finding.of(
                    "statement-required", "/statement", "Say in the statement what happened and what you ask for."));
        }
        Optional<Category> category = category(submission);
        if (category.isEmpty()) {
            missing.add(categoryMissing(submission));
        } else {
            addMissingForCategory(category.get(), submission, missing);
        }
        return missing;
    }

    private Optional<Category> category(SubmissionFacts submission) {
        SubjectType subjectType = submission.subjectType();
        String code = submission.category();
        return code == null
                ? Optional.empty()
                : catalogue.find(code).filter(found -> subjectType == null || found.appliesTo(subjectType));
    }

    private Finding categoryMissing(SubmissionFacts submission) {
        SubjectType subjectType = submission.subjectType();
        List<String> choices = subjectType == null ? catalogue.codes() : catalogue.codesFor(subjectType);
        return Finding.of(
                "category-required",
                "/category",
                "Choose one of the categories that fit the subject: " + choices + ".");
    }

    private void addMissingForCategory(Category category, SubmissionFacts submission, List<Finding> missing) {
        if (category.planOfAction() == PlanOfActionNeed.REQUIRED && !submission.planOfAction()) {
            missing.add(
                    Finding.of(
                            "plan-of-action-required",
                            "/planOfAction",
                            "Add a plan of action: the root cause, what you have corrected, and how you prevent it from now on."));
        }
        Set<String> given = new HashSet<>();
        submission.evidence().forEach(piece -> given.add(piece.kind()));
        for (EvidenceRequirement required : category.requirements(RequirementLevel.REQUIRED)) {
            List<String> accepted = acceptedFor(required, category);
            if (accepted.stream().noneMatch(given::contains)) {
                missing.add(
                        Finding.ofEvidence("evidence-required", accepted, attach(accepted, required.description())));
            }
        }
        List<String> oneOf = category.requirements(RequirementLevel.ONE_OR_MORE).stream()
                .map(EvidenceRequirement::kind)
                .toList();
        if (!oneOf.isEmpty() && oneOf.stream().noneMatch(given::contains)) {
            missing.add(Finding.ofEvidence("evidence-required", oneOf, "Attach at least one of " + oneOf + "."));
        }
    }

    private static List<String> acceptedFor(EvidenceRequirement required, Category category) {
        List<String> accepted = new ArrayList<>(List.of(required.kind()));
        for (EvidenceRequirement alternative : category.requirements(RequirementLevel.ALTERNATIVE_REQUIRED)) {
            if (alternative.insteadOf().contains(required.kind())) {
                accepted.add(alternative.kind());
            }
        }
        return accepted;
    }

    private static String attach(List<String> accepted, String description) {
        String instead =
                accepted.size() == 1 ? "" : ", or instead " + String.join(" or ", accepted.subList(1, accepted.size()));
        return "Attach " + accepted.getFirst() + " (" + description + ")" + instead + ".";
    }
}
