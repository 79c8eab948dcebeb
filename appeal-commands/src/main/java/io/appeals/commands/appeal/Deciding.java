package io.appeals.commands.appeal;

import io.appeals.commands.lifecycle.LifecyclePolicy;
import io.appeals.schema.appeal.Automation;
import io.appeals.schema.appeal.ConsideredEvidence;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.command.AppealCommand.ConfirmRemedy;
import io.appeals.schema.command.AppealCommand.DecideAppeal;
import io.appeals.schema.command.AppealCommand.EscalateAppeal;
import io.appeals.schema.command.AppealCommand.RecordExternalOutcome;
import io.appeals.schema.event.AppealEvent.AppealDecided;
import io.appeals.schema.event.AppealEvent.AppealEscalated;
import io.appeals.schema.event.AppealEvent.ExternalOutcomeRecorded;
import io.appeals.schema.event.AppealEvent.RemedyImplemented;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decisions, what contests them, and what they lead to. */
final class Deciding {

    private final LifecyclePolicy policy;

    Deciding(LifecyclePolicy policy) {
        this.policy = policy;
    }

    Verdict decide(DecideAppeal command, Situation now) {
        return withoutHuman(command)
                .or(() -> withSameHuman(command.humanReviewerId(), now.state()))
                .or(() -> remediesForNothing(command.outcome(), command.remedies()))
                .or(() -> Rules.unknownEvidence(considered(command), now.state()))
                .orElseGet(() -> new Verdict.Happens(new AppealDecided(
                        now.state().stage(),
                        now.actor().id(),
                        command.outcome(),
                        command.reasons(),
                        command.reasonCodes(),
                        command.policyReferences(),
                        command.evidenceConsidered(),
                        command.humanReviewerId(),
                        command.automation(),
                        command.remedies(),
                        now.at().plus(policy.escalationWindow()))));
    }

    /** No machine alone decides against a seller: Regulation (EU) 2022/2065, article 20(6). */
    private static Optional<Verdict> withoutHuman(DecideAppeal command) {
        if (command.outcome() != Outcome.UPHELD) {
            return Optional.empty();
        }
        if (command.humanReviewerId() == null) {
            return Optional.of(Verdict.refused(
                    "human-reviewer-required",
                    "A decision against the seller needs a person who answers for it. Name them in humanReviewerId."));
        }
        return command.automation() == Automation.FULL
                ? Optional.of(Verdict.refused(
                        "human-reviewer-required",
                        "A decision against the seller cannot be fully automated. Let " + command.humanReviewerId()
                                + " decide, and say ASSISTED or NONE in automation."))
                : Optional.empty();
    }

    private static Optional<Verdict> withSameHuman(@Nullable String humanReviewerId, AppealState state) {
        return humanReviewerId != null && state.formerDeciders().contains(humanReviewerId)
                ? Optional.of(Verdict.refused(
                        "same-decider",
                        humanReviewerId + " has decided this appeal before. Name a human reviewer who has not."))
                : Optional.empty();
    }

    private static Optional<Verdict> remediesForNothing(Outcome outcome, List<Remedy> remedies) {
        return outcome == Outcome.UPHELD && !remedies.isEmpty()
                ? Optional.of(Verdict.refused(
                        "remedy-without-ground",
                        "UPHELD keeps the enforcement, so it can order no remedy. Leave remedies empty, or decide"
                                + " PARTIALLY_OVERTURNED or SETTLED."))
                : Optional.empty();
    }

    private static List<String> considered(DecideAppeal command) {
        return command.evidenceConsidered().stream()
                .map(ConsideredEvidence::evidenceId)
                .toList();
    }

    Verdict escalate(EscalateAppeal command, Situation now) {
        Stage from = now.state().stage();
        Stage to = from.escalatesTo()
                .orElseThrow(() -> new IllegalStateException("the lifecycle allows no escalation from " + from));
        return Rules.unknownEvidence(command.newEvidenceIds(), now.state())
                .orElseGet(() -> new Verdict.Happens(
                        new AppealEscalated(from, to, command.grounds(), command.newEvidenceIds())));
    }

    Verdict recordExternalOutcome(RecordExternalOutcome command) {
        return remediesForNothing(command.outcome(), command.remedies())
                .orElseGet(() -> new Verdict.Happens(new ExternalOutcomeRecorded(
                        command.outcome(), command.reasons(), command.remedies(), command.reference())));
    }

    Verdict confirm(ConfirmRemedy command, Situation now) {
        Remedies remedies = now.state().remedies();
        if (!remedies.ordered().contains(command.remedy())) {
            return Verdict.refused(
                    "remedy-not-ordered",
                    "The latest decision orders " + remedies.ordered() + ", not " + command.remedy() + ".");
        }
        if (remedies.implemented().contains(command.remedy())) {
            return Verdict.refused(
                    "remedy-already-implemented", command.remedy() + " is confirmed already. Nothing is left to do.");
        }
        return new Verdict.Happens(new RemedyImplemented(command.remedy(), command.reference()));
    }
}
