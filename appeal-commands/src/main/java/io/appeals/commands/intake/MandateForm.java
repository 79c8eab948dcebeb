package io.appeals.commands.intake;

import io.appeals.schema.appeal.MandateScope;
import io.appeals.schema.command.AppealCommand.GrantMandate;
import io.appeals.schema.command.AppealCommand.RevokeMandate;

/** The form of mandates. */
record MandateForm(Fields fields) {

    void check(GrantMandate command) {
        fields.matching("/mandateId", command.mandateId(), TextForm.ITEM_ID);
        fields.matching("/representativeId", command.representativeId(), TextForm.PERSON_ID);
        fields.required("/representativeType", command.representativeType());
        fields.list("/scopes", command.scopes(), MandateScope.values().length);
        if (command.scopes() != null && command.scopes().isEmpty()) {
            fields.error("/scopes", "required", "Name at least one scope.");
        }
        fields.inOrder("/validFrom", command.validFrom(), "/validTo", command.validTo());
        fields.optionalMatching("/proof", command.proof(), TextForm.LOCATION);
    }

    void check(RevokeMandate command) {
        fields.matching("/mandateId", command.mandateId(), TextForm.ITEM_ID);
        fields.optionalText("/reason", command.reason(), Limits.NOTE);
    }
}
