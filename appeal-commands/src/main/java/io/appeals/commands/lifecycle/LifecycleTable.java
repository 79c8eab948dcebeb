package io.appeals.commands.lifecycle;

import static io.appeals.commands.lifecycle.Step.step;
import static io.appeals.schema.appeal.ActorType.PLATFORM;
import static io.appeals.schema.appeal.ActorType.REVIEWER;
import static io.appeals.schema.appeal.ActorType.SELLER;
import static io.appeals.schema.appeal.ActorType.SUPERVISOR;
import static io.appeals.schema.appeal.ActorType.SYSTEM;
import static io.appeals.schema.appeal.AppealStatus.APPEALABLE;
import static io.appeals.schema.appeal.AppealStatus.AWAITING_SELLER;
import static io.appeals.schema.appeal.AppealStatus.AWAITING_THIRD_PARTY;
import static io.appeals.schema.appeal.AppealStatus.CLOSED;
import static io.appeals.schema.appeal.AppealStatus.DECIDED;
import static io.appeals.schema.appeal.AppealStatus.DRAFT;
import static io.appeals.schema.appeal.AppealStatus.EXTERNAL_REVIEW;
import static io.appeals.schema.appeal.AppealStatus.SUBMITTED;
import static io.appeals.schema.appeal.AppealStatus.UNDER_REVIEW;
import static io.appeals.schema.appeal.MandateScope.ESCALATE;
import static io.appeals.schema.appeal.MandateScope.RESPOND;
import static io.appeals.schema.appeal.MandateScope.SUBMIT;
import static io.appeals.schema.appeal.MandateScope.WITHDRAW;
import static io.appeals.schema.appeal.Stage.FIRST_REVIEW;
import static io.appeals.schema.appeal.Stage.PANEL_REVIEW;
import static io.appeals.schema.appeal.Stage.SUPERVISOR_REVIEW;

import io.appeals.commands.category.CategoryCatalogue;
import io.appeals.commands.category.Checklist;
import io.appeals.commands.category.Finding;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.MandateScope;
import io.appeals.schema.command.AppealCommand.AcceptDecision;
import io.appeals.schema.command.AppealCommand.AmendAppeal;
import io.appeals.schema.command.AppealCommand.AssessEvidence;
import io.appeals.schema.command.AppealCommand.AssignReviewer;
import io.appeals.schema.command.AppealCommand.AttachEvidence;
import io.appeals.schema.command.AppealCommand.CloseAppeal;
import io.appeals.schema.command.AppealCommand.ConfirmRemedy;
import io.appeals.schema.command.AppealCommand.DecideAppeal;
import io.appeals.schema.command.AppealCommand.EscalateAppeal;
import io.appeals.schema.command.AppealCommand.ExtendDeadline;
import io.appeals.schema.command.AppealCommand.FlagIntegrity;
import io.appeals.schema.command.AppealCommand.GrantMandate;
import io.appeals.schema.command.AppealCommand.LapseAppeal;
import io.appeals.schema.command.AppealCommand.OpenAppeal;
import io.appeals.schema.command.AppealCommand.PostMessage;
import io.appeals.schema.command.AppealCommand.ProvideInformation;
import io.appeals.schema.command.AppealCommand.RecategorizeAppeal;
import io.appeals.schema.command.AppealCommand.RecordEnforcement;
import io.appeals.schema.command.AppealCommand.RecordExternalOutcome;
import io.appeals.schema.command.AppealCommand.ReferExternally;
import io.appeals.schema.command.AppealCommand.RejectAsInadmissible;
import io.appeals.schema.command.AppealCommand.RemoveEvidence;
import io.appeals.schema.command.AppealCommand.ReopenAppeal;
import io.appeals.schema.command.AppealCommand.RequestInformation;
import io.appeals.schema.command.AppealCommand.RevokeMandate;
import io.appeals.schema.command.AppealCommand.StartReview;
import io.appeals.schema.command.AppealCommand.SubmitAppeal;
import io.appeals.schema.command.AppealCommand.WithdrawAppeal;
import io.appeals.schema.result.FieldError;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who may send which command, from which status and stage, under which conditions, and by when. */
final class LifecycleTable {

    private final Checklist checklist;
    private final LifecyclePolicy policy;

    LifecycleTable(CategoryCatalogue catalogue, LifecyclePolicy policy) {
        this.checklist = new Checklist(catalogue);
        this.policy = policy;
    }

    /** All lines, in the order of a case's life. */
    List<Step> steps() {
        return Stream.of(filing(), reviewing(), deciding(), ending(), representing())
                .flatMap(List::stream)
                .toList();
    }

    private List<Step> filing() {
        Step draft = step(AmendAppeal.class)
                .bySellerSide(MandateScope.DRAFT)
                .from(DRAFT)
                .provided(CaseRules::windowIsOpen)
                .dueBy(CaseFacts::windowEndsAt);
        Step open = step(OpenAppeal.class).bySellerSide(MandateScope.DRAFT).by(PLATFORM);
        return List.of(
                step(RecordEnforcement.class).by(PLATFORM).beginningTheAppeal(),
                open.beginningTheAppeal(),
                open.from(APPEALABLE).provided(CaseRules::windowIsOpen).dueBy(CaseFacts::windowEndsAt),
                draft,
                draft.ofCommand(AttachEvidence.class).provided(this::hasRoomForEvidence),
                step(AttachEvidence.class)
                        .bySellerSide(RESPOND)
                        .from(SUBMITTED, UNDER_REVIEW, AWAITING_SELLER)
                        .provided(this::hasRoomForEvidence)
                        .dueBy(LifecycleTable::answerDueAt),
                draft.ofCommand(RemoveEvidence.class).provided(CaseRules::hasEvidence),
                step(SubmitAppeal.class)
                        .bySellerSide(SUBMIT)
                        .from(DRAFT)
                        .provided(CaseRules::windowIsOpen)
                        .provided(this::isComplete)
                        .dueBy(CaseFacts::windowEndsAt));
    }

    private List<Step> reviewing() {
        return List.of(
                step(AssignReviewer.class).by(SUPERVISOR, PLATFORM).from(SUBMITTED, UNDER_REVIEW),
                step(StartReview.class).by(REVIEWER, SUPERVISOR).from(SUBMITTED),
                step(RejectAsInadmissible.class)
                        .by(REVIEWER)
                        .from(SUBMITTED, UNDER_REVIEW)
                        .provided(CaseRules::wasNotDecidedByActor),
                step(RecategorizeAppeal.class).by(REVIEWER).from(SUBMITTED, UNDER_REVIEW),
                step(AssessEvidence.class).by(REVIEWER).from(UNDER_REVIEW).provided(CaseRules::hasEvidence),
                step(RequestInformation.class).by(REVIEWER).from(UNDER_REVIEW),
                step(ProvideInformation.class)
                        .bySellerSide(RESPOND)
                        .from(AWAITING_SELLER)
                        .dueBy(LifecycleTable::answerDueAt),
                step(ProvideInformation.class)
                        .by(PLATFORM)
                        .from(AWAITING_THIRD_PARTY)
                        .dueBy(LifecycleTable::answerDueAt),
                step(ExtendDeadline.class)
                        .by(REVIEWER, SUPERVISOR)
                        .from(AWAITING_SELLER, AWAITING_THIRD_PARTY)
                        .dueBy(LifecycleTable::answerDueAt),
                step(PostMessage.class)
                        .bySellerSide(MandateScope.DRAFT, SUBMIT, RESPOND, ESCALATE, WITHDRAW)
                        .by(REVIEWER, SUPERVISOR, PLATFORM)
                        .fromAnyButClosed(),
                step(FlagIntegrity.class).by(SYSTEM, REVIEWER).fromAnyButClosed());
    }

    private List<Step> deciding() {
        Step decide = step(DecideAppeal.class).from(UNDER_REVIEW).provided(CaseRules::wasNotDecidedByActor);
        Step contest = step(EscalateAppeal.class)
                .from(DECIDED)
                .provided(CaseRules::sellerHasNotWonEntirely)
                .provided(CaseRules::windowIsOpen)
                .dueBy(CaseFacts::windowEndsAt);
        return List.of(
                decide.by(REVIEWER).at(FIRST_REVIEW),
                decide.by(SUPERVISOR).at(SUPERVISOR_REVIEW, PANEL_REVIEW),
                step(AcceptDecision.class).bySellerSide(WITHDRAW).from(DECIDED).dueBy(CaseFacts::windowEndsAt),
                contest.bySellerSide(ESCALATE).at(FIRST_REVIEW, SUPERVISOR_REVIEW),
                contest.ofCommand(ReferExternally.class).by(SELLER, PLATFORM).at(PANEL_REVIEW),
                step(RecordExternalOutcome.class).by(PLATFORM).from(EXTERNAL_REVIEW),
                step(ConfirmRemedy.class).by(PLATFORM).from(DECIDED, CLOSED).provided(CaseRules::hasRemedyOutstanding));
    }

    private List<Step> ending() {
        return List.of(
                step(WithdrawAppeal.class)
                        .bySellerSide(WITHDRAW)
                        .from(DRAFT, SUBMITTED, UNDER_REVIEW, AWAITING_SELLER, AWAITING_THIRD_PARTY, DECIDED),
                step(LapseAppeal.class).by(SYSTEM).from(APPEALABLE, DRAFT).provided(CaseRules::windowIsOver),
                step(LapseAppeal.class).by(SYSTEM).from(AWAITING_SELLER).provided(CaseRules::answerIsOverdue),
                step(CloseAppeal.class).by(SYSTEM).from(DECIDED).provided(CaseRules::windowIsOver),
                step(ReopenAppeal.class).by(SUPERVISOR).from(CLOSED),
                step(ReopenAppeal.class)
                        .bySellerSide(SUBMIT)
                        .from(CLOSED)
                        .provided(CaseRules::wasWithdrawnOrLapsed)
                        .provided(CaseRules::windowIsOpen)
                        .dueBy(CaseFacts::windowEndsAt));
    }

    private List<Step> representing() {
        return List.of(
                step(GrantMandate.class).by(SELLER).fromAnyButClosed().provided(this::hasRoomForMandates),
                step(RevokeMandate.class).by(SELLER).fromAnyButClosed().provided(CaseRules::hasMandateToRevoke));
    }

    private Optional<Refusal> isComplete(CaseFacts facts, Actor actor, Instant at) {
        List<Finding> missing = checklist.missing(facts.submission());
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        List<FieldError> errors = missing.stream()
                .map(finding -> new FieldError(finding.pointer(), "required", finding.detail()))
                .toList();
        String all = missing.stream().map(Finding::detail).collect(Collectors.joining(" "));
        return Optional.of(Refusal.violated(missing.getFirst().code(), "Not ready to submit. " + all, errors));
    }

    private Optional<Refusal> hasRoomForEvidence(CaseFacts facts, Actor actor, Instant at) {
        return CaseRules.unless(
                facts.submission().evidence().size() < policy.evidenceAtMost(),
                "evidence-limit",
                "A case holds at most " + policy.evidenceAtMost()
                        + " pieces of evidence. Join documents into one file.");
    }

    private Optional<Refusal> hasRoomForMandates(CaseFacts facts, Actor actor, Instant at) {
        return CaseRules.unless(
                facts.mandates().size() < policy.mandatesAtMost(),
                "mandate-limit",
                "A case holds at most " + policy.mandatesAtMost() + " mandates, revoked ones included.");
    }

    private static @Nullable Instant answerDueAt(CaseFacts facts) {
        InformationRequest request = facts.openRequest();
        return request == null ? null : request.dueAt();
    }
}
