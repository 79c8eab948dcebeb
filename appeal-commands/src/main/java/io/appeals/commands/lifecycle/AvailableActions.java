package io.appeals.commands.lifecycle;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.command.AppealCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What somebody may do in a case now: the very commands that would not be refused for who sends them, when, or how the case stands. */
public final class AvailableActions {

    private final Lifecycle lifecycle;

    public AvailableActions(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    /** In the order of a case's life; empty for strangers to the case. */
    public List<AvailableAction> of(CaseFacts facts, Actor actor, Instant now) {
        Instant at = facts.momentOf(now);
        List<AvailableAction> actions = new ArrayList<>();
        for (Class<? extends AppealCommand> command : lifecycle.commands()) {
            if (lifecycle.refusal(command, facts, actor, at).isEmpty()) {
                actions.add(new AvailableAction(
                        command.getSimpleName(),
                        lifecycle.deadline(command, facts, actor).orElse(null)));
            }
        }
        return actions;
    }
}
