package io.appeals.projections.status;

import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.ClosureReason;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.PlanOfAction;
import io.appeals.schema.appeal.Priority;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.appeal.Subject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a person needs to know of an appeal, as of {@link #version()}. Lists are in the order of the events.
 * It holds both sides' view: what is for the marketplace only is left out by whoever shows it.
 *
 * @param version of the last event folded into it
 * @param closureReason while it is closed
 * @param enforcement the marketplace's decision that is appealed, where it was recorded
 * @param category null until the appeal is opened, as is the statement
 * @param assignedTo the reviewer; nobody after an escalation or a reopening
 * @param remedies what the latest decision orders, and what earlier ones ordered and was done
 * @param degradedSince the version of the first event that could not be folded: the view is right up to the version before, and stays there
 */
public record AppealView(
        String appealId,
        String sellerId,
        @Nullable String marketplaceId,
        long version,
        AppealStatus status,
        Stage stage,
        @Nullable ClosureReason closureReason,
        Subject subject,
        @Nullable Enforcement enforcement,
        @Nullable String category,
        @Nullable String statement,
        @Nullable PlanOfAction planOfAction,
        List<Remedy> desiredRemedies,
        @Nullable Submission submission,
        List<Evidence> evidence,
        List<InformationRequest> informationRequests,
        List<Message> messages,
        @Nullable String assignedTo,
        @Nullable String queue,
        @Nullable Priority priority,
        List<Decision> decisions,
        List<Escalation> escalations,
        List<OrderedRemedy> remedies,
        List<Mandate> mandates,
        List<IntegrityFlag> integrityFlags,
        @Nullable ExternalReferral externalReferral,
        @Nullable Closure closure,
        Deadlines deadlines,
        Milestones milestones,
        TimeSpent timeSpent,
        @Nullable Long degradedSince) {

    public AppealView {
        desiredRemedies = List.copyOf(desiredRemedies);
        evidence = List.copyOf(evidence);
        informationRequests = List.copyOf(informationRequests);
        messages = List.copyOf(messages);
        decisions = List.copyOf(decisions);
        escalations = List.copyOf(escalations);
        remedies = List.copyOf(remedies);
        mandates = List.copyOf(mandates);
        integrityFlags = List.copyOf(integrityFlags);
    }

    /** The latest decision; an external body's outcome is not among them. */
    public Optional<Decision> latestDecision() {
        return decisions.isEmpty() ? Optional.empty() : Optional.of(decisions.getLast());
    }

    /** How it was last decided, by an external body included; null while it never was. */
    public @Nullable Outcome latestOutcome() {
        Decision internal = decisions.isEmpty() ? null : decisions.getLast();
        if (externalReferral == null || externalReferral.outcomeAt() == null) {
            return internal == null ? null : internal.outcome();
        }
        return internal != null && internal.decidedAt().isAfter(externalReferral.outcomeAt())
                ? internal.outcome()
                : externalReferral.outcome();
    }

    /** The same view with other messages, for whoever keeps them apart from it. */
    public AppealView withMessages(List<Message> otherMessages) {
        ViewDraft draft = ViewDraft.of(this);
        draft.messages = otherMessages;
        return draft.view(degradedSince);
    }

    public AppealView withoutMessages() {
        return messages.isEmpty() ? this : withMessages(List.of());
    }

    /** The same view, known to stay as it is because the event of that version could not be folded. */
    public AppealView degraded(long sinceVersion) {
        return ViewDraft.of(this).view(sinceVersion);
    }

    /** The information request that the review waits for; one that the appeal's closing left without an answer is not asked any more. */
    public Optional<InformationRequest> openInformationRequest() {
        boolean waits = status == AppealStatus.AWAITING_SELLER || status == AppealStatus.AWAITING_THIRD_PARTY;
        return waits
                ? informationRequests.reversed().stream()
                        .filter(request -> !request.isAnswered())
                        .findFirst()
                : Optional.empty();
    }
}
