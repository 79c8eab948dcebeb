package io.appeals.commands.intake;

import io.appeals.commands.category.CategoryCatalogue;
import io.appeals.schema.appeal.Money;
import io.appeals.schema.appeal.PlanOfAction;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.appeal.Subject;
import io.appeals.schema.appeal.SubjectType;
import io.appeals.schema.appeal.TruthDeclaration;
import io.appeals.schema.command.AppealCommand.AmendAppeal;
import io.appeals.schema.command.AppealCommand.AttachEvidence;
import io.appeals.schema.command.AppealCommand.OpenAppeal;
import io.appeals.schema.command.AppealCommand.RecordEnforcement;
import io.appeals.schema.command.AppealCommand.SubmitAppeal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form of the commands from the enforcement to the submission. */
final class FilingForm {

    private final CategoryForm categories;
    private final Fields fields;

    FilingForm(CategoryCatalogue catalogue, Fields fields) {
        this.categories = new CategoryForm(catalogue, fields);
        this.fields = fields;
    }

    void check(RecordEnforcement command) {
        fields.matching("/sellerId", command.sellerId(), TextForm.SELLER_ID);
        fields.optionalMatching("/marketplaceId", command.marketplaceId(), TextForm.REFERENCE);
        subject(command.subject());
        fields.text("/restriction", command.restriction(), Limits.LINE);
        fields.text("/decisionGround", command.decisionGround(), Limits.NOTE);
        fields.text("/facts", command.facts(), Limits.LONG_TEXT);
        fields.optionalText("/policyReference", command.policyReference(), Limits.LINE);
        fields.optionalInOrder("/appliedAt", command.appliedAt(), "/appealUntil", command.appealUntil());
    }

    void check(OpenAppeal command) {
        fields.matching("/sellerId", command.sellerId(), TextForm.SELLER_ID);
        Subject subject = command.subject();
        subject(subject);
        categories.applicable(command.category(), subject == null ? null : subject.type());
        fields.text("/statement", command.statement(), Limits.LONG_TEXT);
        plan(command.planOfAction());
        fields.list("/desiredRemedies", command.desiredRemedies(), Remedy.values().length);
    }

    void check(AmendAppeal command) {
        String category = command.category();
        if (category != null) {
            categories.known(category);
        }
        fields.optionalText("/statement", command.statement(), Limits.LONG_TEXT);
        plan(command.planOfAction());
        fields.optionalList("/desiredRemedies", command.desiredRemedies(), Remedy.values().length);
        references("/orderIds", command.orderIds());
        references("/transactionIds", command.transactionIds());
        references("/listingIds", command.listingIds());
        amount("/amount", command.amount());
        for (String name : fields.list("/remove", command.remove(), 2)) {
            removed(name, command);
        }
        if (changesNothing(command)) {
            fields.error("", "required", "Give at least one field to change.");
        }
    }

    private void removed(String name, AmendAppeal command) {
        Object replacement = switch (name) {
            case "planOfAction" -> command.planOfAction();
            case "amount" -> command.amount();
            default -> {
                fields.error("/remove", "unknown", "Only planOfAction and amount can be removed, not " + name + ".");
                yield null;
            }
        };
        if (replacement != null) {
            fields.error("/" + name, "conflict", "This field cannot be replaced and removed at once.");
        }
    }

    private static boolean changesNothing(AmendAppeal command) {
        return Stream.of(
                                command.category(),
                                command.statement(),
                                command.planOfAction(),
                                command.desiredRemedies(),
                                command.orderIds(),
                                command.transactionIds(),
                                command.listingIds(),
                                command.amount())
                        .allMatch(given -> given == null)
                && (command.remove() == null || command.remove().isEmpty());
    }

    void check(AttachEvidence command) {
        fields.matching("/evidenceId", command.evidenceId(), TextForm.ITEM_ID);
        fields.matching("/kind", command.kind(), TextForm.CODE);
        fields.matching("/fileName", command.fileName(), TextForm.FILE_NAME);
        fields.matching("/contentType", command.contentType(), TextForm.CONTENT_TYPE);
        fields.between("/sizeBytes", command.sizeBytes(), 1, Limits.FILE_BYTES);
        fields.matching("/sha256", command.sha256(), TextForm.SHA_256);
        fields.optionalMatching("/location", command.location(), TextForm.LOCATION);
        fields.optionalMatching("/requestId", command.requestId(), TextForm.ITEM_ID);
        fields.optionalText("/description", command.description(), Limits.NOTE);
    }

    void check(SubmitAppeal command) {
        TruthDeclaration declaration = command.truthDeclaration();
        if (declaration == null) {
            fields.missing("/truthDeclaration");
        } else {
            fields.text("/truthDeclaration/signer", declaration.signer(), Limits.LINE);
        }
    }

    private void subject(@Nullable Subject subject) {
        if (subject == null) {
            fields.missing("/subject");
            return;
        }
        SubjectType type = subject.type();
        fields.required("/subject/type", type);
        fields.matching("/subject/reference", subject.reference(), TextForm.REFERENCE);
        references("/subject/orderIds", subject.orderIds());
        references("/subject/transactionIds", subject.transactionIds());
        references("/subject/listingIds", subject.listingIds());
        amount("/subject/amount", subject.amount());
    }

    private void references(String pointer, @Nullable List<String> references) {
        List<String> given = fields.optionalList(pointer, references, Limits.REFERENCES);
        for (int i = 0; i < given.size(); i++) {
            fields.optionalMatching(pointer + "/" + i, given.get(i), TextForm.REFERENCE);
        }
    }

    /** Its currency and digits are what {@link Money} itself insists on. */
    private void amount(String pointer, @Nullable Money amount) {
        if (amount != null && amount.value().signum() <= 0) {
            fields.error(pointer + "/value", "out-of-range", "Expected an amount above zero.");
        }
    }

    private void plan(@Nullable PlanOfAction plan) {
        if (plan != null) {
            fields.text("/planOfAction/rootCause", plan.rootCause(), Limits.TEXT);
            fields.text("/planOfAction/correctiveActions", plan.correctiveActions(), Limits.TEXT);
            fields.text("/planOfAction/preventiveActions", plan.preventiveActions(), Limits.TEXT);
        }
    }
}
