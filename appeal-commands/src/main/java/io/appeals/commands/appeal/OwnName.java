package io.appeals.commands.appeal;

import io.appeals.commands.lifecycle.Refusal;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.command.AppealCommand.OpenAppeal;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.result.RejectionType;
import java.util.Optional;

/** A seller opens appeals for nobody else. Whom a representative acts for, their mandate says. */
final class OwnName {

    private OwnName() {}

    static Optional<Refusal> refusal(IssuedCommand issued) {
        boolean forAnother = issued.command() instanceof OpenAppeal open
                && issued.actor().type() == ActorType.SELLER
                && !open.sellerId().equals(issued.actor().id());
        return forAnother
                ? Optional.of(Refusal.of(
                        RejectionType.FORBIDDEN,
                        "own-seller-only",
                        "A seller can open appeals for nobody else. Leave sellerId out, or use your own."))
                : Optional.empty();
    }
}
