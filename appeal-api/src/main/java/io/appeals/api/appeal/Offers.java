package io.appeals.api.appeal;

import io.appeals.commands.appeal.AppealState;
import io.appeals.commands.lifecycle.AvailableAction;
import io.appeals.commands.lifecycle.AvailableActions;
import io.appeals.commands.lifecycle.CaseFacts;
import io.appeals.projections.status.AppealView;
import io.appeals.schema.appeal.Actor;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What somebody may do next, by the same rules that decide their commands. */
@Singleton
public class Offers {

    private final AvailableActions rules;

    Offers(AvailableActions rules) {
        this.rules = rules;
    }

    /** What any of these actors may do, by name. */
    List<AvailableAction> of(AppealView view, Collection<Actor> actors, Instant now) {
        TreeMap<String, AvailableAction> actions = new TreeMap<>();
        for (Actor actor : actors) {
            rules.of(new ViewedCase(view), actor, now).forEach(action -> actions.put(action.action(), action));
        }
        return List.copyOf(actions.values());
    }

    /** @param view null while there is no appeal */
    public boolean includes(@Nullable AppealView view, Actor actor, Instant now, String action) {
        CaseFacts facts = view == null ? AppealState.initial() : new ViewedCase(view);
        return rules.of(facts, actor, now).stream()
                .anyMatch(offered -> offered.action().equals(action));
    }
}
