package io.appeals.commands.lifecycle;

import static io.appeals.schema.result.RejectionType.APPEAL_ALREADY_EXISTS;
import static io.appeals.schema.result.RejectionType.FORBIDDEN;
import static io.appeals.schema.result.RejectionType.INVALID_TRANSITION;

import io.appeals.commands.category.CategoryCatalogue;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.command.AppealCommand;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The lifecycle of appeals: one table answers both why a command is refused and what somebody is offered to do, so the
 * two can never disagree.
 */
public final class Lifecycle {

    private final Map<Class<? extends AppealCommand>, Steps> table = new LinkedHashMap<>();

    public Lifecycle(CategoryCatalogue catalogue, LifecyclePolicy policy) {
        for (Step step : new LifecycleTable(catalogue, policy).steps()) {
            Steps before = table.get(step.command());
            table.put(step.command(), before == null ? Steps.of(List.of(step)) : before.and(step));
        }
    }

    /** Every command, in the order of a case's life. */
    public Set<Class<? extends AppealCommand>> commands() {
        return table.keySet();
    }

    /** Why this actor may not send such a command at this moment, whatever it says in detail; empty when they may. */
    public Optional<Refusal> refusal(Class<? extends AppealCommand> command, CaseFacts facts, Actor actor, Instant at) {
        return noAccess(command, facts, actor, at).or(() -> notNow(command, facts, actor, at));
    }

    /** Why it is not this actor's to do: no part in the case, the wrong role, or no sufficient mandate. */
    public Optional<Refusal> noAccess(
            Class<? extends AppealCommand> command, CaseFacts facts, Actor actor, Instant at) {
        Steps steps = steps(command);
        boolean ever = steps.isEverOpenTo(actor);
        if (steps.beginsAppeals() && !ever) {
            return Optional.of(wrongRole(steps, facts, actor));
        }
        boolean beginning = steps.beginsAppeals() && facts.status() == null;
        if (!beginning && isStranger(facts, actor)) {
            return Optional.of(Standing.notFound(actor));
        }
        boolean current = steps.current(facts, actor).isPresent();
        if (!ever || (!current && steps.startsFrom(facts))) {
            return Optional.of(wrongRole(steps, facts, actor));
        }
        Optional<Refusal> mandate = Standing.asMandateHolder(facts, actor, steps.scopes(facts, actor), at);
        return mandate.isEmpty() && steps.beginsAppeals() && !current ? Optional.of(exists(facts)) : mandate;
    }

    /** Why the case does not allow it now: its status, or a rule about how it stands. */
    public Optional<Refusal> notNow(Class<? extends AppealCommand> command, CaseFacts facts, Actor actor, Instant at) {
        Optional<Step> current = steps(command).current(facts, actor);
        return current.isEmpty()
                ? Optional.of(wrongStatus(steps(command), facts))
                : current.get().rule().refusal(facts, actor, at);
    }

    /** True for whoever has no part in the case, and for everybody while there is none. */
    public boolean isStranger(CaseFacts facts, Actor actor) {
        return Standing.isStranger(facts, actor);
    }

    /** By when it must be done; empty where nothing presses. */
    public Optional<Instant> deadline(Class<? extends AppealCommand> command, CaseFacts facts, Actor actor) {
        return steps(command).current(facts, actor).map(step -> step.deadline().apply(facts));
    }

    private Steps steps(Class<? extends AppealCommand> command) {
        Steps steps = table.get(command);
        if (steps == null) {
            throw new IllegalStateException(command.getSimpleName() + " is missing from the lifecycle's table");
        }
        return steps;
    }

    private static Refusal wrongRole(Steps steps, CaseFacts facts, Actor actor) {
        return Refusal.of(
                FORBIDDEN,
                "wrong-role",
                steps.command() + " is for " + steps.actors(facts) + ", not for " + actor.type()
                        + ". Have somebody in that role do it.");
    }

    private static Refusal exists(CaseFacts facts) {
        return Refusal.of(
                APPEAL_ALREADY_EXISTS,
                null,
                "There is an appeal of this seller about this subject already; it is " + facts.status()
                        + ". Go on with that one.");
    }

    private static Refusal wrongStatus(Steps steps, CaseFacts facts) {
        return Refusal.of(
                INVALID_TRANSITION,
                null,
                steps.command() + " is not possible while the appeal is " + facts.status() + " at " + facts.stage()
                        + "; it is possible from " + steps.statuses() + ".");
    }
}
