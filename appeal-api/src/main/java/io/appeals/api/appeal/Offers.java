package io.appeals.api.appeal;

import io.appeals.commands.appeal.AppealState;
import io.appeals.commands.lifecycle.AvailableAction;
import io.appeals.commands.lifecycle.AvailableActions;
import io.appeals.commands.lifecycle.CaseFacts;
import io.appeals.projections.sla.TimedAppeal;
import io.appeals.projections.status.AppealView;
import io.appeals.schema.appeal.Actor;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What somebody may do next, by the same rules that decide their commands. */
@Singleton
public class Offers {

    private final AvailableActions rules;

    Offers(AvailableActions rules) {
        this.rules = rules;
    }

    /**
     * What any of these actors may do, by name, and by when: where the rules and a clock set a date, the earlier one counts.
     *
     * @param toMarketplace whether the actors work for the marketplace
     */
    List<AvailableAction> of(TimedAppeal appeal, Collection<Actor> actors, Instant now, boolean toMarketplace) {
        Map<String, Instant> due = appeal.actionDeadlines(toMarketplace);
        TreeMap<String, AvailableAction> actions = new TreeMap<>();
        for (Actor actor : actors) {
            rules.of(new ViewedCase(appeal.view()), actor, now)
                    .forEach(action -> actions.put(action.action(), dueBy(action, due.get(action.action()))));
        }
        return List.copyOf(actions.values());
    }

    private static AvailableAction dueBy(AvailableAction action, @Nullable Instant clock) {
        Instant rule = action.dueAt();
        return clock == null || (rule != null && rule.isBefore(clock))
                ? action
                : new AvailableAction(action.action(), clock);
    }

    /** @param view null while there is no appeal */
    public boolean includes(@Nullable AppealView view, Actor actor, Instant now, String action) {
        CaseFacts facts = view == null ? AppealState.initial() : new ViewedCase(view);
        return rules.of(facts, actor, now).stream()
                .anyMatch(offered -> offered.action().equals(action));
    }
}
