package io.appeals.commands.category;

import io.appeals.schema.appeal.RequirementLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What experienced reviewers would tell a seller about a submission that is complete but weak. */
final class SubmissionAdvice {

    /** Shorter statements rarely name what happened, when, and what is asked for. */
    private static final int SHORT_STATEMENT = 150;

    /** Larger files are slow to open for everybody who must read them. */
    private static final long LARGE_FILE_BYTES = 20L * 1024 * 1024;

    private SubmissionAdvice() {}

    static List<Finding> on(SubmissionFacts submission, Optional<Category> category) {
        List<Finding> advice = new ArrayList<>();
        if (submission.statementLength() > 0 && submission.statementLength() < SHORT_STATEMENT) {
            advice.add(Finding.of(
                    "statement-short",
                    "/statement",
                    "The statement is very short. Say what happened, when, and which decision you ask for."));
        }
        submission.evidence().stream()
                .filter(piece -> piece.sizeBytes() > LARGE_FILE_BYTES)
                .map(EvidenceFact::kind)
                .distinct()
                .forEach(kind -> advice.add(Finding.ofEvidence(
                        "evidence-large",
                        List.of(kind),
                        "A file of kind " + kind + " is larger than 20 MiB. Send a smaller copy if nothing is lost.")));
        category.ifPresent(chosen -> addForCategory(chosen, submission, advice));
        return advice;
    }

    private static void addForCategory(Category category, SubmissionFacts submission, List<Finding> advice) {
        if (category.planOfAction() == PlanOfActionNeed.RECOMMENDED && !submission.planOfAction()) {
            advice.add(Finding.of(
                    "plan-of-action-recommended",
                    "/planOfAction",
                    "Appeals of this category do better with a plan of action: cause, correction, prevention."));
        }
        List<String> given =
                submission.evidence().stream().map(EvidenceFact::kind).toList();
        for (EvidenceRequirement optional : category.requirements(RequirementLevel.OPTIONAL)) {
            if (!given.contains(optional.kind())) {
                advice.add(Finding.ofEvidence(
                        "evidence-helpful",
                        List.of(optional.kind()),
                        "If you have it, attach " + optional.kind() + " (" + optional.description() + ")."));
            }
        }
        List<String> known =
                category.evidence().stream().map(EvidenceRequirement::kind).toList();
        given.stream()
                .filter(kind -> !known.contains(kind))
                .distinct()
                .forEach(kind -> advice.add(Finding.ofEvidence(
                        "evidence-unusual",
                        List.of(kind),
                        "This category does not ask for " + kind + ". Check that the kind is the right one.")));
    }
}
