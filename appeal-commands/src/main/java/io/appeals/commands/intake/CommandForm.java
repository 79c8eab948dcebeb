package io.appeals.commands.intake;

import io.appeals.commands.category.CategoryCatalogue;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
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
}
