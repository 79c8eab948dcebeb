package io.appeals.schema.command;

import io.appeals.schema.Doc;
import io.appeals.schema.appeal.Assessment;
import io.appeals.schema.appeal.Automation;
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
import io.appeals.schema.appeal.Subject;
import io.appeals.schema.appeal.TruthDeclaration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that can be asked of an appeal. */
public sealed interface AppealCommand {

    /** The command's name on the wire, for instance {@code SubmitAppeal}. */
    default String type() {
        return getClass().getSimpleName();
    }

    @Doc("The marketplace has acted against a seller, who may now appeal")
    record RecordEnforcement(
            String sellerId,
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
            @Nullable Instant appliedAt,
            @Nullable Instant appealUntil)
            implements AppealCommand {}

    @Doc("The seller begins an appeal, from an enforcement or of their own accord")
    record OpenAppeal(
            String sellerId,
            Subject subject,
            String category,
            String statement,
            @Nullable PlanOfAction planOfAction,
            List<Remedy> desiredRemedies)
            implements AppealCommand {}

    @Doc("Changes a draft: fields that are given replace, fields named in 'remove' are cleared, all others stay")
    record AmendAppeal(
            @Nullable String category,
            @Nullable String statement,
            @Nullable PlanOfAction planOfAction,
            @Nullable List<Remedy> desiredRemedies,
            @Nullable List<String> orderIds,
            @Nullable List<String> transactionIds,
            @Nullable List<String> listingIds,
            @Nullable Money amount,
            @Doc("planOfAction, amount") List<String> remove)
            implements AppealCommand {}

    record AttachEvidence(
            String evidenceId,
            String kind,
            String fileName,
            String contentType,
            long sizeBytes,

            @Doc("Lower-case hexadecimal SHA-256 of the file")
            String sha256,

            @Doc("Where the file is kept, when it is kept elsewhere") @Nullable
            String location,

            @Doc("The information request that it answers") @Nullable
            String requestId,

            @Nullable String description)
            implements AppealCommand {}

    record RemoveEvidence(String evidenceId) implements AppealCommand {}

    record SubmitAppeal(TruthDeclaration truthDeclaration) implements AppealCommand {}

    record AssignReviewer(
            String reviewerId,
            @Nullable String queue,
            @Nullable Priority priority) implements AppealCommand {}

    record StartReview(@Nullable String note) implements AppealCommand {}

    record RejectAsInadmissible(String reason) implements AppealCommand {}

    record RecategorizeAppeal(String category, String reason) implements AppealCommand {}

    record AssessEvidence(
            String evidenceId, @Doc("ACCEPTED or REJECTED") Assessment assessment, String reason)
            implements AppealCommand {}

    record RequestInformation(
            String requestId,
            InformationSource from,
            List<RequestedItem> items,
            String message,
            @Nullable Instant dueAt)
            implements AppealCommand {}

    record ProvideInformation(String requestId, String note, List<String> evidenceIds) implements AppealCommand {}

    record ExtendDeadline(String requestId, Instant dueAt, String reason) implements AppealCommand {}

    record PostMessage(String messageId, String body, MessageVisibility visibility) implements AppealCommand {}

    record DecideAppeal(
            Outcome outcome,
            String reasons,
            List<String> reasonCodes,
            List<String> policyReferences,
            List<ConsideredEvidence> evidenceConsidered,

            @Doc("The person who answers for it; required where the seller loses") @Nullable
            String humanReviewerId,

            Automation automation,
            List<Remedy> remedies)
            implements AppealCommand {}

    record AcceptDecision(@Nullable String note) implements AppealCommand {}

    record EscalateAppeal(String grounds, List<String> newEvidenceIds) implements AppealCommand {}

    @Doc("Hands the case to a body outside the marketplace, for instance a certified dispute settlement body")
    record ReferExternally(
            String body,
            @Nullable String reference,
            @Nullable String reason) implements AppealCommand {}

    record RecordExternalOutcome(
            Outcome outcome,
            String reasons,
            List<Remedy> remedies,
            @Nullable String reference) implements AppealCommand {}

    record ConfirmRemedy(Remedy remedy, @Nullable String reference) implements AppealCommand {}

    record WithdrawAppeal(String reason) implements AppealCommand {}

    record LapseAppeal(String reason) implements AppealCommand {}

    @Doc("Ends a decided appeal whose escalation window is over")
    record CloseAppeal(@Nullable String reason) implements AppealCommand {}

    record ReopenAppeal(String reason) implements AppealCommand {}

    record GrantMandate(
            String mandateId,
            String representativeId,
            RepresentativeType representativeType,
            List<MandateScope> scopes,
            Instant validFrom,
            Instant validTo,

            @Doc("Where the signed power of attorney is kept") @Nullable
            String proof)
            implements AppealCommand {}

    record RevokeMandate(String mandateId, @Nullable String reason) implements AppealCommand {}

    record FlagIntegrity(String flag, String reason, List<String> evidenceIds) implements AppealCommand {}
}
