package io.appeals.commands.writer.ledger;

import io.appeals.commands.appeal.AppealState;
import org.jspecify.annotations.Nullable;

/**
 * An appeal as its owner knows it.
 *
 * @param unreadableSince the offset of the first of its events that this release cannot read or fold; null as it should
 *     be. Nothing is decided on an appeal whose history is not fully known.
 */
public record KnownAppeal(AppealState state, @Nullable Long unreadableSince) {

    static final KnownAppeal NONE = new KnownAppeal(AppealState.initial(), null);

    static KnownAppeal of(AppealState state) {
        return new KnownAppeal(state, null);
    }

    KnownAppeal unreadableSince(long offset) {
        return unreadableSince == null ? new KnownAppeal(state, offset) : this;
    }
}
