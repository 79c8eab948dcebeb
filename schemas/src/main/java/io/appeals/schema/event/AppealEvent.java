package io.appeals.schema.event;

import io.appeals.schema.Doc;
import io.appeals.schema.appeal.Assessment;
import io.appeals.schema.appeal.Automation;
import io.appeals.schema.appeal.ClosureReason;
import io.appeals.schema.appeal.ConsideredEvidence;
import io.appeals.schema.appeal.InformationSource;
import io.appeals.schema.appeal.MandateScope;
import io.appeals.schema.appeal.MessageVisibility;
import io.appeals.schema.appeal.Money;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.PlanOfAction;
import io.appeals.schema.appeal.Priority;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.appeal.RepresentativeType;
import io.appeals.schema.appeal.RequestedItem;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.appeal.Subject;
import io.appeals.schema.appeal.TruthDeclaration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to an appeal. A new kind goes to the end: the order is the order on the wire. */
public sealed interface AppealEvent {

    /** The event's name on the wire, for instance {@code AppealSubmitted}. */
    default String type() {
        return getClass().getSimpleName();
    }

    record EnforcementRecorded(
            @Nullable String marketplaceId,
            Subject subject,

            @Doc("What was done, for instance LISTING_REMOVED")
            String restriction,

            @Doc("Why it was allowed: the law or the term of contract")
            String decisionGround,

            String facts,
            @Nullable String policyReference,
            @Nullable Boolean automatedDetection,
            @Nullable Boolean automatedDecision,
            Instant appliedAt,

            @Doc("Until when the seller may submit an appeal")
            Instant appealUntil)
            implements AppealEvent {}

    record AppealOpened(
            Subject subject,
            String category,
            String statement,
            @Nullable PlanOfAction planOfAction,
            List<Remedy> desiredRemedies,
            @Doc("Until when the draft may be submitted") Instant submitUntil)
            implements AppealEvent {}

    @Doc("Fields that are given replace, fields named in 'remove' are cleared, all others stay")
    record AppealAmended(
            @Nullable String category,
            @Nullable String statement,
            @Nullable PlanOfAction planOfAction,
            @Nullable List<Remedy> desiredRemedies,
            @Nullable List<String> orderIds,
            @Nullable List<String> transactionIds,
            @Nullable List<String> listingIds,
            @Nullable Money amount,
            @Doc("planOfAction, amount") List<String> remove)
            implements AppealEvent {}

    record EvidenceAttached(
            String evidenceId,
            String kind,
            String fileName,
            String contentType,
            long sizeBytes,

            @Doc("Lower-case hexadecimal SHA-256 of the file")
            String sha256,

            @Nullable String location,
            @Nullable String requestId,
            @Nullable String description)
            implements AppealEvent {}

    record EvidenceRemoved(String evidenceId) implements AppealEvent {}

    record AppealSubmitted(
            String category,

            @Doc("The version of the category catalogue whose requirements were met")
            String catalogueVersion,

            TruthDeclaration truthDeclaration,
            List<String> evidenceIds)
            implements AppealEvent {}

    record ReviewerAssigned(
            String reviewerId,
            @Nullable String queue,
            @Nullable Priority priority) implements AppealEvent {}

    record ReviewStarted(String reviewerId, @Nullable String note) implements AppealEvent {}

    @Doc("Closed as inadmissible, without a decision on the merits")
    record AppealRejected(String reason) implements AppealEvent {}

    record AppealRecategorized(String fromCategory, String toCategory, String reason) implements AppealEvent {}

    record EvidenceAssessed(String evidenceId, Assessment assessment, String reason) implements AppealEvent {}

    record InformationRequested(
            String requestId, InformationSource from, List<RequestedItem> items, String message, Instant dueAt)
            implements AppealEvent {}

    record InformationProvided(
            String requestId, @Doc("Who was asked") InformationSource from, String note, List<String> evidenceIds)
            implements AppealEvent {}

    record DeadlineExtended(String requestId, Instant previousDueAt, Instant dueAt, String reason)
            implements AppealEvent {}

    record MessagePosted(String messageId, String body, MessageVisibility visibility) implements AppealEvent {}

    record AppealDecided(
            @Doc("The stage that was decided") Stage stage,
            String decidedBy,
            Outcome outcome,
            String reasons,
            List<String> reasonCodes,
            List<String> policyReferences,
            List<ConsideredEvidence> evidenceConsidered,
            @Nullable String humanReviewerId,
            Automation automation,
            List<Remedy> remedies,

            @Doc("Until when the seller may escalate or, above PANEL_REVIEW's decision, refer externally")
            Instant escalateUntil)
            implements AppealEvent {}

    record AppealClosed(
            ClosureReason closureReason, @Nullable String note) implements AppealEvent {}

    record AppealEscalated(Stage fromStage, Stage toStage, String grounds, List<String> newEvidenceIds)
            implements AppealEvent {}

    record ReferredExternally(
            String body,
            @Nullable String reference,
            @Nullable String reason) implements AppealEvent {}

    record ExternalOutcomeRecorded(
            Outcome outcome,
            String reasons,
            List<Remedy> remedies,
            @Nullable String reference) implements AppealEvent {}

    record RemedyImplemented(Remedy remedy, @Nullable String reference) implements AppealEvent {}

    record AppealWithdrawn(
            String reason,
            @Doc("Until when the seller may reopen it") Instant reopenUntil) implements AppealEvent {}

    record AppealLapsed(
            String reason,
            @Doc("Until when the seller may reopen it") Instant reopenUntil) implements AppealEvent {}

    record AppealReopened(
            String reason,

            @Doc("Until when it may be submitted, where it is a draft again") @Nullable
            Instant submitUntil)
            implements AppealEvent {}

    record MandateGranted(
            String mandateId,
            String representativeId,
            RepresentativeType representativeType,
            List<MandateScope> scopes,
            Instant validFrom,
            Instant validTo,
            @Nullable String proof)
            implements AppealEvent {}

    record MandateRevoked(String mandateId, @Nullable String reason) implements AppealEvent {}

    record IntegrityFlagged(String flag, String reason, List<String> evidenceIds) implements AppealEvent {}
}
