package io.appeals.commands.lifecycle;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ClosureReason;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.result.RejectionType;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The conditions in the lifecycle's table. Windows end at their last instant, exclusive: what is no longer in time is overdue. */
final class CaseRules {

    private CaseRules() {}

    static Optional<Refusal> windowIsOpen(CaseFacts facts, Actor actor, Instant at) {
        Instant end = facts.windowEndsAt();
        return unless(
                end == null || at.isBefore(end),
                "window-over",
                "The time for this ended at " + end
                        + ". Ask the marketplace whether it will still look into the matter.");
    }

    static Optional<Refusal> windowIsOver(CaseFacts facts, Actor actor, Instant at) {
        return overdue(facts.windowEndsAt(), at);
    }

    static Optional<Refusal> answerIsOverdue(CaseFacts facts, Actor actor, Instant at) {
        InformationRequest request = facts.openRequest();
        return overdue(request == null ? null : request.dueAt(), at);
    }

    private static Optional<Refusal> overdue(@Nullable Instant end, Instant at) {
        return unless(
                end != null && !at.isBefore(end),
                "not-overdue",
                "The seller still has time, until " + end + ". Send this again after that.");
    }

    static Optional<Refusal> hasEvidence(CaseFacts facts, Actor actor, Instant at) {
        return unless(
                !facts.submission().evidence().isEmpty(),
                "evidence-unknown",
                "There is no evidence in this case. Use the evidenceId of a piece that is in it.");
    }

    /** Nobody decides the same appeal twice: an escalation or a reopening is for fresh eyes. */
    static Optional<Refusal> wasNotDecidedByActor(CaseFacts facts, Actor actor, Instant at) {
        return unless(
                !facts.formerDeciders().contains(actor.id()),
                "same-decider",
                actor.id() + " has decided this appeal before. Assign somebody who has not.");
    }

    static Optional<Refusal> sellerHasNotWonEntirely(CaseFacts facts, Actor actor, Instant at) {
        return unless(
                facts.outcome() != Outcome.OVERTURNED,
                "decision-in-sellers-favour",
                "The decision lifts the enforcement entirely, so there is nothing to contest. Accept it, or wait for the remedies.");
    }

    static Optional<Refusal> hasRemedyOutstanding(CaseFacts facts, Actor actor, Instant at) {
        if (facts.remediesOrdered().isEmpty()) {
            return Optional.of(Refusal.violated(
                    "remedy-not-ordered", "The latest decision orders no remedy, so there is none to confirm."));
        }
        return unless(
                !facts.remediesImplemented().containsAll(facts.remediesOrdered()),
                "remedy-already-implemented",
                "Every remedy that was ordered is confirmed already. Nothing is left to do.");
    }

    /** A closing by the marketplace is final for the seller; their own withdrawal or silence is not. */
    static Optional<Refusal> wasWithdrawnOrLapsed(CaseFacts facts, Actor actor, Instant at) {
        if (facts.closureReason() == ClosureReason.WITHDRAWN || facts.closureReason() == ClosureReason.LAPSED) {
            return Optional.empty();
        }
        return Optional.of(Refusal.of(
                RejectionType.INVALID_TRANSITION,
                "not-withdrawn-or-lapsed",
                "The seller can reopen only what was withdrawn or has lapsed; this appeal is closed as "
                        + facts.closureReason() + ". Ask a supervisor of the marketplace to reopen it."));
    }

    static Optional<Refusal> hasMandateToRevoke(CaseFacts facts, Actor actor, Instant at) {
        if (facts.mandates().isEmpty()) {
            return Optional.of(Refusal.violated("mandate-unknown", "No mandate was granted in this case."));
        }
        return unless(
                !facts.mandates().stream().allMatch(Mandate::revoked),
                "mandate-already-revoked",
                "Every mandate in this case is revoked already. Nothing is left to do.");
    }

    static Optional<Refusal> unless(boolean met, String rule, String detail) {
        return met ? Optional.empty() : Optional.of(Refusal.violated(rule, detail));
    }
}
