package io.appeals.api.command;

import io.appeals.api.request.JsonBody;
import io.appeals.schema.command.AppealCommand;

/** A body that says all that a command says. */
public interface CommandBody extends JsonBody {

    /** @param commandId from which ids follow that the body leaves out */
    AppealCommand command(CommandId commandId);
}
