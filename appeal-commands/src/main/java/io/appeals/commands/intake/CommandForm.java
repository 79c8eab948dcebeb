package io.appeals.commands.intake;

import io.appeals.commands.category.CategoryCatalogue;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.appeal.AppealId;
import io.appeals.schema.appeal.Subject;
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
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.result.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a command is in the right form, looking at nothing but the command itself and the category catalogue. The same
 * for every way in: HTTP, a line of NDJSON, or the commands topic.
 */
public final class CommandForm {

    private final CategoryCatalogue catalogue;

    public CommandForm(CategoryCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Everything that is wrong, with JSON pointers into the command; empty when it is in the right form. */
    public List<FieldError> check(IssuedCommand issued) {
        Fields fields = new Fields();
        fields.matching("/commandId", issued.commandId(), TextForm.COMMAND_ID);
        fields.matching("/appealId", issued.appealId(), TextForm.APPEAL_ID);
        fields.required("/issuedAt", issued.issuedAt());
        Long expected = issued.expectedVersion();
        if (expected != null) {
            fields.atLeast("/expectedVersion", expected, 0);
        }
        actor(issued.actor(), fields);
        AppealCommand command = issued.command();
        if (command == null) {
            fields.missing("/type");
        } else {
            body(command, fields);
            naturalKey(command, issued.appealId(), fields);
        }
        return fields.errors();
    }

    private static void actor(@Nullable Actor actor, Fields fields) {
        if (actor == null) {
            fields.missing("/actor");
            return;
        }
        fields.required("/actor/type", actor.type());
        boolean seller = actor.type() == ActorType.SELLER;
        fields.matching("/actor/id", actor.id(), seller ? TextForm.SELLER_ID : TextForm.PERSON_ID);
        if (actor.type() == ActorType.REPRESENTATIVE) {
            fields.matching("/actor/onBehalfOf", actor.onBehalfOf(), TextForm.SELLER_ID);
            fields.matching("/actor/mandateId", actor.mandateId(), TextForm.ITEM_ID);
        } else {
            fields.optionalMatching("/actor/onBehalfOf", actor.onBehalfOf(), TextForm.SELLER_ID);
            fields.optionalMatching("/actor/mandateId", actor.mandateId(), TextForm.ITEM_ID);
        }
    }

    private void body(AppealCommand command, Fields fields) {
        switch (command) {
            case RecordEnforcement c -> new FilingForm(catalogue, fields).check(c);
            case OpenAppeal c -> new FilingForm(catalogue, fields).check(c);
            case AmendAppeal c -> new FilingForm(catalogue, fields).check(c);
            case AttachEvidence c -> new FilingForm(catalogue, fields).check(c);
            case RemoveEvidence c -> fields.matching("/evidenceId", c.evidenceId(), TextForm.ITEM_ID);
            case SubmitAppeal c -> new FilingForm(catalogue, fields).check(c);
            case AssignReviewer c -> new ReviewForm(catalogue, fields).check(c);
            case StartReview c -> fields.optionalText("/note", c.note(), Limits.NOTE);
            case RejectAsInadmissible c -> fields.text("/reason", c.reason(), Limits.LONG_TEXT);
            case RecategorizeAppeal c -> new ReviewForm(catalogue, fields).check(c);
            case AssessEvidence c -> new ReviewForm(catalogue, fields).check(c);
            case RequestInformation c -> new ReviewForm(catalogue, fields).check(c);
            case ProvideInformation c -> new ReviewForm(catalogue, fields).check(c);
            case ExtendDeadline c -> new ReviewForm(catalogue, fields).check(c);
            case PostMessage c -> new ReviewForm(catalogue, fields).check(c);
            case FlagIntegrity c -> new ReviewForm(catalogue, fields).check(c);
            case DecideAppeal c -> new DecisionForm(fields).check(c);
            case AcceptDecision c -> fields.optionalText("/note", c.note(), Limits.NOTE);
            case EscalateAppeal c -> new DecisionForm(fields).check(c);
            case ReferExternally c -> new DecisionForm(fields).check(c);
            case RecordExternalOutcome c -> new DecisionForm(fields).check(c);
            case ConfirmRemedy c -> {
                fields.required("/remedy", c.remedy());
                fields.optionalText("/reference", c.reference(), Limits.LINE);
            }
            case WithdrawAppeal c -> fields.text("/reason", c.reason(), Limits.NOTE);
            case LapseAppeal c -> fields.text("/reason", c.reason(), Limits.NOTE);
            case CloseAppeal c -> fields.optionalText("/reason", c.reason(), Limits.NOTE);
            case ReopenAppeal c -> fields.text("/reason", c.reason(), Limits.NOTE);
            case GrantMandate c -> new MandateForm(fields).check(c);
            case RevokeMandate c -> new MandateForm(fields).check(c);
        }
    }

    private static void naturalKey(AppealCommand command, @Nullable String appealId, Fields fields) {
        switch (command) {
            case RecordEnforcement c -> naturalKey(c.sellerId(), c.subject(), appealId, fields);
            case OpenAppeal c -> naturalKey(c.sellerId(), c.subject(), appealId, fields);
            default -> {}
        }
    }

    /** Only what begins an appeal names its seller and subject, by which the id can be checked. */
    private static void naturalKey(
            @Nullable String sellerId, @Nullable Subject subject, @Nullable String appealId, Fields fields) {
        if (appealId == null || sellerId == null || subject == null) {
            return;
        }
        if (subject.type() == null || subject.reference() == null) {
            return;
        }
        String expected = AppealId.of(sellerId, subject);
        if (!appealId.equals(expected)) {
            fields.error(
                    "/appealId",
                    "mismatch",
                    "The id of an appeal of this seller about this subject is " + expected + ". Use that one.");
        }
    }
}
