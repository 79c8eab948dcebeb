package io.appeals.commands.appeal;

import io.appeals.commands.lifecycle.InformationRequest;
import io.appeals.commands.lifecycle.LifecyclePolicy;
import io.appeals.schema.appeal.Subject;
import io.appeals.schema.appeal.SubjectType;
import io.appeals.schema.command.AppealCommand.AmendAppeal;
import io.appeals.schema.command.AppealCommand.AttachEvidence;
import io.appeals.schema.command.AppealCommand.OpenAppeal;
import io.appeals.schema.command.AppealCommand.RecordEnforcement;
import io.appeals.schema.command.AppealCommand.RemoveEvidence;
import io.appeals.schema.command.AppealCommand.SubmitAppeal;
import io.appeals.schema.event.AppealEvent.AppealAmended;
import io.appeals.schema.event.AppealEvent.AppealOpened;
import io.appeals.schema.event.AppealEvent.AppealSubmitted;
import io.appeals.schema.event.AppealEvent.EnforcementRecorded;
import io.appeals.schema.event.AppealEvent.EvidenceAttached;
import io.appeals.schema.event.AppealEvent.EvidenceRemoved;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From the enforcement to the submission. */
final class Filing {

    private final Categories categories;
    private final LifecyclePolicy policy;

    Filing(Categories categories, LifecyclePolicy policy) {
        this.categories = categories;
        this.policy = policy;
    }

    /** The window runs from when the seller could know and act: the later of the recording and the enforcement's effect. */
    Verdict recordEnforcement(RecordEnforcement command, Situation now) {
        Instant appliedAt = Moments.inLog(command.appliedAt(), now.at());
        Instant effective = appliedAt.isAfter(now.at()) ? appliedAt : now.at();
        Instant usual =
                policy.filingWindows().endOf(command.subject().type(), null, command.marketplaceId(), effective);
        Instant appealUntil = Moments.inLog(command.appealUntil(), usual);
        if (!appealUntil.isAfter(effective)) {
            return Verdict.refused(
                    "deadline-in-the-past",
                    "appealUntil (" + appealUntil + ") leaves the seller no time to appeal. Name a moment after "
                            + effective + ", or leave it out for the usual window.");
        }
        return new Verdict.Happens(new EnforcementRecorded(
                command.marketplaceId(),
                command.subject(),
                command.restriction(),
                command.decisionGround(),
                command.facts(),
                command.policyReference(),
                command.automatedDetection(),
                command.automatedDecision(),
                appliedAt,
                appealUntil));
    }

    Verdict open(OpenAppeal command, Situation now) {
        Matter enforced = now.state().matter();
        Subject subject = enforced == null ? command.subject() : joined(enforced.subject(), command.subject());
        Instant until = now.state().windowEndsAt();
        return new Verdict.Happens(new AppealOpened(
                subject,
                command.category(),
                command.statement(),
                command.planOfAction(),
                command.desiredRemedies(),
                until == null
                        ? policy.filingWindows().endOf(subject.type(), command.category(), null, now.at())
                        : until));
    }

    /** The seller may add to what the enforcement names, and put their own amount. */
    private static Subject joined(Subject enforced, Subject own) {
        return new Subject(
                enforced.type(),
                enforced.reference(),
                union(enforced.orderIds(), own.orderIds()),
                union(enforced.transactionIds(), own.transactionIds()),
                union(enforced.listingIds(), own.listingIds()),
                own.amount() == null ? enforced.amount() : own.amount());
    }

    private static List<String> union(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }

    Verdict amend(AmendAppeal command, Situation now) {
        SubjectType subjectType = now.matter().subject().type();
        String category = command.category();
        Optional<Verdict> refused =
                category == null ? Optional.empty() : categories.notApplicable(category, subjectType);
        return refused.orElseGet(() -> new Verdict.Happens(new AppealAmended(
                category,
                command.statement(),
                command.planOfAction(),
                command.desiredRemedies(),
                command.orderIds(),
                command.transactionIds(),
                command.listingIds(),
                command.amount(),
                command.remove())));
    }

    Verdict attach(AttachEvidence command, Situation now) {
        if (now.state().evidence(command.evidenceId()).isPresent()) {
            return Verdict.refused(
                    "evidence-exists",
                    "There is evidence " + command.evidenceId()
                            + " in the case already. Give the new piece its own evidenceId.");
        }
        InformationRequest open = now.state().openRequest();
        String requestId = command.requestId();
        if (requestId != null && (open == null || !open.requestId().equals(requestId))) {
            return Rules.requestNotOpen(requestId, now.state());
        }
        return new Verdict.Happens(new EvidenceAttached(
                command.evidenceId(),
                command.kind(),
                command.fileName(),
                command.contentType(),
                command.sizeBytes(),
                command.sha256(),
                command.location(),
                requestId,
                command.description()));
    }

    Verdict remove(RemoveEvidence command, Situation now) {
        return Rules.unknownEvidence(List.of(command.evidenceId()), now.state())
                .orElseGet(() -> new Verdict.Happens(new EvidenceRemoved(command.evidenceId())));
    }

    Verdict submit(SubmitAppeal command, Situation now) {
        if (!command.truthDeclaration().accepted()) {
            return Verdict.refused(
                    "truth-declaration-required",
                    "An appeal is submitted with the declaration that it is true. Set truthDeclaration.accepted to true and"
                            + " name the signer.");
        }
        String category = now.matter().category();
        if (category == null) {
            throw new IllegalStateException("a complete submission has a category");
        }
        return new Verdict.Happens(new AppealSubmitted(
                category,
                categories.catalogue().version(),
                command.truthDeclaration(),
                now.state().evidence().stream().map(Evidence::evidenceId).toList()));
    }
}
