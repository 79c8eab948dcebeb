package io.appeals.commands.intake;

import io.appeals.schema.appeal.ConsideredEvidence;
import io.appeals.schema.appeal.Remedy;
import io.appeals.schema.command.AppealCommand.DecideAppeal;
import io.appeals.schema.command.AppealCommand.EscalateAppeal;
import io.appeals.schema.command.AppealCommand.RecordExternalOutcome;
import io.appeals.schema.command.AppealCommand.ReferExternally;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The form of decisions and of what contests them. */
record DecisionForm(Fields fields) {

    void check(DecideAppeal command) {
        fields.required("/outcome", command.outcome());
        fields.text("/reasons", command.reasons(), Limits.LONG_TEXT);
        references("/reasonCodes", command.reasonCodes());
        references("/policyReferences", command.policyReferences());
        considered(fields.list("/evidenceConsidered", command.evidenceConsidered(), Limits.EVIDENCE));
        fields.optionalMatching("/humanReviewerId", command.humanReviewerId(), TextForm.PERSON_ID);
        fields.required("/automation", command.automation());
        fields.list("/remedies", command.remedies(), Remedy.values().length);
    }

    private void references(String pointer, List<String> references) {
        List<String> given = fields.list(pointer, references, Limits.CODES);
        for (int i = 0; i < given.size(); i++) {
            fields.optionalText(pointer + "/" + i, given.get(i), Limits.LINE);
        }
    }

    private void considered(List<ConsideredEvidence> considered) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < considered.size(); i++) {
            String pointer = "/evidenceConsidered/" + i;
            ConsideredEvidence one = considered.get(i);
            fields.matching(pointer + "/evidenceId", one.evidenceId(), TextForm.ITEM_ID);
            fields.between(pointer + "/weight", one.weight(), 0, 100);
            fields.text(pointer + "/why", one.why(), Limits.NOTE);
            if (!seen.add(one.evidenceId())) {
                fields.error(pointer + "/evidenceId", "duplicate", "This evidence is weighed in the list already.");
            }
        }
    }

    void check(EscalateAppeal command) {
        fields.text("/grounds", command.grounds(), Limits.LONG_TEXT);
        fields.itemIds("/newEvidenceIds", command.newEvidenceIds());
    }

    void check(ReferExternally command) {
        fields.text("/body", command.body(), Limits.LINE);
        fields.optionalText("/reference", command.reference(), Limits.LINE);
        fields.optionalText("/reason", command.reason(), Limits.NOTE);
    }

    void check(RecordExternalOutcome command) {
        fields.required("/outcome", command.outcome());
        fields.text("/reasons", command.reasons(), Limits.LONG_TEXT);
        fields.list("/remedies", command.remedies(), Remedy.values().length);
        fields.optionalText("/reference", command.reference(), Limits.LINE);
    }
}
