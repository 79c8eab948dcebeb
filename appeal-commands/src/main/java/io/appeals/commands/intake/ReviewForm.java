package io.appeals.commands.intake;

import io.appeals.commands.category.CategoryCatalogue;
import io.appeals.schema.appeal.Assessment;
import io.appeals.schema.appeal.RequestedItem;
import io.appeals.schema.command.AppealCommand.AssessEvidence;
import io.appeals.schema.command.AppealCommand.AssignReviewer;
import io.appeals.schema.command.AppealCommand.ExtendDeadline;
import io.appeals.schema.command.AppealCommand.FlagIntegrity;
import io.appeals.schema.command.AppealCommand.PostMessage;
import io.appeals.schema.command.AppealCommand.ProvideInformation;
import io.appeals.schema.command.AppealCommand.RecategorizeAppeal;
import io.appeals.schema.command.AppealCommand.RequestInformation;
import java.util.List;

/** The form of what reviewers ask and others answer. */
final class ReviewForm {

    private final CategoryForm categories;
    private final Fields fields;

    ReviewForm(CategoryCatalogue catalogue, Fields fields) {
        this.categories = new CategoryForm(catalogue, fields);
        this.fields = fields;
    }

    void check(AssignReviewer command) {
        fields.matching("/reviewerId", command.reviewerId(), TextForm.PERSON_ID);
        fields.optionalMatching("/queue", command.queue(), TextForm.REFERENCE);
    }

    void check(RecategorizeAppeal command) {
        categories.known(command.category());
        fields.text("/reason", command.reason(), Limits.NOTE);
    }

    void check(AssessEvidence command) {
        fields.matching("/evidenceId", command.evidenceId(), TextForm.ITEM_ID);
        if (fields.required("/assessment", command.assessment()) && command.assessment() == Assessment.PENDING) {
            fields.error("/assessment", "unknown", "Expected ACCEPTED or REJECTED.");
        }
        fields.text("/reason", command.reason(), Limits.NOTE);
    }

    void check(RequestInformation command) {
        fields.matching("/requestId", command.requestId(), TextForm.ITEM_ID);
        fields.required("/from", command.from());
        List<RequestedItem> items = fields.list("/items", command.items(), Limits.CODES);
        for (int i = 0; i < items.size(); i++) {
            item("/items/" + i, items.get(i));
        }
        fields.text("/message", command.message(), Limits.TEXT);
    }

    private void item(String pointer, RequestedItem item) {
        fields.matching(pointer + "/kind", item.kind(), TextForm.CODE);
        fields.required(pointer + "/requirementLevel", item.requirementLevel());
        fields.optionalText(pointer + "/note", item.note(), Limits.NOTE);
    }

    void check(ProvideInformation command) {
        fields.matching("/requestId", command.requestId(), TextForm.ITEM_ID);
        fields.text("/note", command.note(), Limits.TEXT);
        fields.itemIds("/evidenceIds", command.evidenceIds());
    }

    void check(ExtendDeadline command) {
        fields.matching("/requestId", command.requestId(), TextForm.ITEM_ID);
        fields.required("/dueAt", command.dueAt());
        fields.text("/reason", command.reason(), Limits.NOTE);
    }

    void check(PostMessage command) {
        fields.matching("/messageId", command.messageId(), TextForm.ITEM_ID);
        fields.text("/body", command.body(), Limits.TEXT);
        fields.required("/visibility", command.visibility());
    }

    void check(FlagIntegrity command) {
        fields.matching("/flag", command.flag(), TextForm.FLAG);
        fields.text("/reason", command.reason(), Limits.NOTE);
        fields.itemIds("/evidenceIds", command.evidenceIds());
    }
}
