package io.appeals.commands.appeal;

import io.appeals.commands.lifecycle.Refusal;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.command.AppealCommand.OpenAppeal;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.result.RejectionType;
import java.util.Optional;

/** A seller opens appeals for nobody else, and a representative for no other seller than the one they act for. */
final class OwnName {

    private OwnName() {}

    static Optional<Refusal> refusal(IssuedCommand issued) {
        return issued.command() instanceof OpenAppeal open && !mayOpenFor(open.sellerId(), issued.actor())
                ? Optional.of(Refusal.of(
                        RejectionType.FORBIDDEN,
                        "own-seller-only",
                        "You cannot open an appeal for seller " + open.sellerId()
                                + ". Leave sellerId out, or use your own."))
                : Optional.empty();
    }

    private static boolean mayOpenFor(String sellerId, Actor actor) {
        return switch (actor.type()) {
            case SELLER -> sellerId.equals(actor.id());
            case REPRESENTATIVE -> sellerId.equals(actor.onBehalfOf());
            case REVIEWER, SUPERVISOR, PLATFORM, SYSTEM -> true;
        };
    }
}
