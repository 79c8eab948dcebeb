package io.appeals.commands.lifecycle;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.appeal.MandateScope;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The lines of the table for one command. */
record Steps(String command, boolean beginsAppeals, List<Step> lines) {

    Steps {
        lines = List.copyOf(lines);
    }

    static Steps of(List<Step> lines) {
        return new Steps(
                lines.getFirst().command().getSimpleName(), lines.stream().anyMatch(Step::whenNew), lines);
    }

    Steps and(Step line) {
        List<Step> more = new ArrayList<>(lines);
        more.add(line);
        return of(more);
    }

    /** Whether somebody in that role may send it at any time. */
    boolean isEverOpenTo(Actor actor) {
        return has(step -> step.isOpenTo(actor));
    }

    /** Whether anybody may send it as the case stands. */
    boolean startsFrom(CaseFacts facts) {
        return has(step -> step.startsFrom(facts));
    }

    /** The line for this role as the case stands. */
    Optional<Step> current(CaseFacts facts, Actor actor) {
        for (Step step : lines) {
            if (step.isOpenTo(actor) && step.startsFrom(facts)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /** The scopes that a representative needs one of as the case stands, or otherwise at any time. */
    Set<MandateScope> scopes(CaseFacts facts, Actor representative) {
        Optional<Step> current = current(facts, representative);
        if (current.isPresent()) {
            return current.get().scopes();
        }
        Set<MandateScope> scopes = EnumSet.noneOf(MandateScope.class);
        lines.forEach(step -> scopes.addAll(step.scopes()));
        return scopes;
    }

    /** Who may send it as the case stands, or otherwise at any time. */
    Set<ActorType> actors(CaseFacts facts) {
        boolean now = startsFrom(facts);
        Set<ActorType> actors = EnumSet.noneOf(ActorType.class);
        for (Step step : lines) {
            if (!now || step.startsFrom(facts)) {
                actors.addAll(step.actors());
            }
        }
        return actors;
    }

    /** For a person. */
    Set<String> statuses() {
        Set<String> statuses = new TreeSet<>();
        lines.forEach(step -> step.statuses().forEach(status -> statuses.add(status.name())));
        return statuses;
    }

    private boolean has(Predicate<Step> wanted) {
        for (Step step : lines) {
            if (wanted.test(step)) {
                return true;
            }
        }
        return false;
    }
}
