package io.appeals.commands.appeal;

import io.appeals.schema.appeal.Actor;
import java.time.Instant;

/**
 * What a command is decided on.
 *
 * @param at the moment at which it happens, if it does
 */
record Situation(AppealState state, Actor actor, Instant at) {

    Matter matter() {
        Matter matter = state.matter();
        if (matter == null) {
            throw new IllegalStateException("only an appeal that exists has a matter");
        }
        return matter;
    }
}
