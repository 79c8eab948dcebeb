package io.appeals.commands.appeal;

import io.appeals.commands.lifecycle.InformationRequest;
import io.appeals.commands.lifecycle.Mandate;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.Assessment;
import io.appeals.schema.appeal.Automation;
import io.appeals.schema.appeal.InformationSource;
import io.appeals.schema.appeal.MandateScope;
import io.appeals.schema.appeal.MessageVisibility;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.PlanOfAction;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.appeal.RepresentativeType;
import io.appeals.schema.appeal.RequestedItem;
import io.appeals.schema.appeal.RequirementLevel;
import io.appeals.schema.appeal.Subject;
import io.appeals.schema.appeal.TruthDeclaration;
import io.appeals.schema.command.AppealCommand;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A sensible command of every kind, fitting the case as it stands wherever anything can. */
record WellFormed(String sellerId, Subject subject, AppealState state, Actor actor, Instant at, String fresh) {

    static final PlanOfAction PLAN = new PlanOfAction("a bad batch", "we removed it", "we inspect every batch");
    private static final String SHA_256 = "0f".repeat(32);

    @SuppressWarnings("unchecked")
    static List<Class<? extends AppealCommand>> kinds() {
        return Arrays.stream(AppealCommand.class.getPermittedSubclasses())
                .<Class<? extends AppealCommand>>map(kind -> (Class<? extends AppealCommand>) kind)
                .toList();
    }

    AppealCommand command(Class<? extends AppealCommand> kind) {
        return switch (kind.getSimpleName()) {
            case "RecordEnforcement" -> enforcement(sellerId, subject);
            case "OpenAppeal" -> opening(sellerId, subject, "SAFETY");
            case "AmendAppeal" -> amendment("QUALITY", "Another statement", PLAN);
            case "AttachEvidence" -> evidence(fresh, "INVOICE");
            case "RemoveEvidence" -> new RemoveEvidence(someEvidence());
            case "SubmitAppeal" -> new SubmitAppeal(new TruthDeclaration(true, "Sally Seller"));
            case "AssignReviewer" -> new AssignReviewer("rita", "listings", null);
            case "StartReview" -> new StartReview(null);
            case "RejectAsInadmissible" -> new RejectAsInadmissible("Filed against a decision of another marketplace.");
            case "RecategorizeAppeal" -> new RecategorizeAppeal(otherCategory(), "It is about that.");
            case "AssessEvidence" -> new AssessEvidence(someEvidence(), Assessment.ACCEPTED, "It is legible and fits.");
            case "RequestInformation" -> request(fresh, InformationSource.SELLER);
            case "ProvideInformation" -> new ProvideInformation(openRequest(), "Here it is.", List.of());
            case "ExtendDeadline" -> new ExtendDeadline(openRequest(), laterDeadline(), "They asked for more time.");
            case "PostMessage" -> new PostMessage(fresh, "Any news?", MessageVisibility.ALL);
            case "DecideAppeal" -> decision(Outcome.UPHELD, actor.id());
            case "AcceptDecision" -> new AcceptDecision(null);
            case "EscalateAppeal" -> new EscalateAppeal("The invoice was not considered.", List.of());
            case "ReferExternally" -> new ReferExternally("Dispute Settlement Body", null, null);
            case "RecordExternalOutcome" -> new RecordExternalOutcome(Outcome.UPHELD, "Heard both.", List.of(), null);
            case "ConfirmRemedy" -> new ConfirmRemedy(someRemedy(), null);
            case "WithdrawAppeal" -> new WithdrawAppeal("Settled elsewhere.");
            case "LapseAppeal" -> new LapseAppeal("Nobody answered in time.");
            case "CloseAppeal" -> new CloseAppeal(null);
            case "ReopenAppeal" -> new ReopenAppeal("New facts came up.");
            case "GrantMandate" -> mandate(fresh, List.of(MandateScope.values()));
            case "RevokeMandate" -> new RevokeMandate(someMandate(), null);
            case "FlagIntegrity" -> new FlagIntegrity("edited-document", "The fonts differ.", List.of());
            default -> throw new IllegalArgumentException("no example of " + kind);
        };
    }

    static RecordEnforcement enforcement(String sellerId, Subject subject) {
        return new RecordEnforcement(
                sellerId,
                null,
                subject,
                "LISTING_REMOVED",
                "Terms 4.2",
                "A buyer complained.",
                null,
                null,
                null,
                null,
                null);
    }

    static OpenAppeal opening(String sellerId, Subject subject, String category) {
        return new OpenAppeal(sellerId, subject, category, "The listing is fine.", null, List.of());
    }

    static AmendAppeal amendment(String category, String statement, PlanOfAction plan) {
        return new AmendAppeal(category, statement, plan, null, null, null, null, null, List.of());
    }

    static AttachEvidence evidence(String evidenceId, String kind) {
        return new AttachEvidence(
                evidenceId, kind, "file.pdf", "application/pdf", 1234, SHA_256, "s3://evidence/file.pdf", null, null);
    }

    static RequestInformation request(String requestId, InformationSource from) {
        return new RequestInformation(
                requestId,
                from,
                List.of(new RequestedItem("INVOICE", RequirementLevel.REQUIRED, null)),
                "Please send the invoice.",
                null);
    }

    static DecideAppeal decision(Outcome outcome, String humanReviewerId, Remedy... remedies) {
        return new DecideAppeal(
                outcome,
                "For these reasons.",
                List.of("R1"),
                List.of(),
                List.of(),
                humanReviewerId,
                Automation.NONE,
                List.of(remedies));
    }

    GrantMandate mandate(String mandateId, List<MandateScope> scopes) {
        return new GrantMandate(
                mandateId, "lawyer-1", RepresentativeType.LAWYER, scopes, at, at.plus(Duration.ofDays(365)), null);
    }

    private String someEvidence() {
        return state.evidence().isEmpty()
                ? "no-evidence"
                : state.evidence().getFirst().evidenceId();
    }

    private String otherCategory() {
        Matter matter = state.matter();
        return matter != null && "SAFETY".equals(matter.category()) ? "QUALITY" : "SAFETY";
    }

    private String openRequest() {
        InformationRequest open = state.openRequest();
        return open == null ? "no-request" : open.requestId();
    }

    private Instant laterDeadline() {
        InformationRequest open = state.openRequest();
        Instant due = open == null || open.dueAt().isBefore(at) ? at : open.dueAt();
        return due.plus(Duration.ofDays(1));
    }

    private Remedy someRemedy() {
        return state.remediesOrdered().stream()
                .filter(remedy -> !state.remediesImplemented().contains(remedy))
                .findFirst()
                .orElse(Remedy.LISTING_REINSTATED);
    }

    private String someMandate() {
        return state.mandates().stream()
                .filter(mandate -> !mandate.revoked())
                .map(Mandate::mandateId)
                .findFirst()
                .orElse("no-mandate");
    }
}
