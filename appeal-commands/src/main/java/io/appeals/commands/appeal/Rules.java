package io.appeals.commands.appeal;

import io.appeals.commands.lifecycle.InformationRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rules that several commands share. */
final class Rules {

    private Rules() {}

    static Optional<Verdict> unknownEvidence(List<String> evidenceIds, AppealState state) {
        List<String> unknown =
                evidenceIds.stream().filter(id -> state.evidence(id).isEmpty()).toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(Verdict.refused(
                        "evidence-unknown",
                        "Not in this case: evidence " + String.join(", ", unknown)
                                + ". Attach it first, or use the evidenceId of a piece that is in the case."));
    }

    static Verdict requestNotOpen(String requestId, AppealState state) {
        InformationRequest open = state.openRequest();
        return Verdict.refused(
                "request-not-open",
                "Information request " + requestId + " is not open. "
                        + (open == null
                                ? "No request is open now."
                                : "The open one is " + open.requestId() + ", to the " + open.from() + "."));
    }

    static Verdict deadlineInThePast(Instant named, Instant at) {
        return Verdict.refused(
                "deadline-in-the-past", named + " is not after " + at + ", when this happens. Name a later moment.");
    }
}
