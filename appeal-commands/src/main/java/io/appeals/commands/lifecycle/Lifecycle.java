package io.appeals.commands.lifecycle;

import static io.appeals.schema.result.RejectionType.APPEAL_ALREADY_EXISTS;
import static io.appeals.schema.result.RejectionType.FORBIDDEN;
import static io.appeals.schema.result.RejectionType.INVALID_TRANSITION;

import io.appeals.commands.category.CategoryCatalogue;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.appeal.MandateScope;
import io.appeals.schema.command.AppealCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The lifecycle of appeals: one table answers both why a command is refused and what somebody is offered to do, so the
 * two can never disagree.
 */
public final class Lifecycle {

    private final Map<Class<? extends AppealCommand>, List<Step>> steps = new LinkedHashMap<>();

    public Lifecycle(CategoryCatalogue catalogue, LifecyclePolicy policy) {
        for (Step step : new LifecycleTable(catalogue, policy).steps()) {
            steps.merge(step.command(), List.of(step), Lifecycle::joined);
        }
    }

    /** Every command, in the order of a case's life. */
    public Set<Class<? extends AppealCommand>> commands() {
        return steps.keySet();
    }

    /** Why this actor may not send such a command at this moment, whatever it says in detail; empty when they may. */
    public Optional<Refusal> refusal(Class<? extends AppealCommand> command, CaseFacts facts, Actor actor, Instant at) {
        return noAccess(command, facts, actor, at).or(() -> notNow(command, facts, actor, at));
    }

    /** Why it is not this actor's to do: no part in the case, the wrong role, or no sufficient mandate. */
    public Optional<Refusal> noAccess(
            Class<? extends AppealCommand> command, CaseFacts facts, Actor actor, Instant at) {
        List<Step> all = stepsOf(command);
        List<Step> own = all.stream().filter(step -> step.isOpenTo(actor)).toList();
        boolean begins = all.stream().anyMatch(Step::whenNew);
        if (begins && own.isEmpty()) {
            return Optional.of(wrongRole(command, all, actor));
        }
        boolean beginning = begins && facts.status() == null && actor.type() != ActorType.REPRESENTATIVE;
        return (beginning ? Optional.<Refusal>empty() : Standing.asStranger(facts, actor))
                .or(() -> wrongRole(command, all, own, facts, actor))
                .or(() -> Standing.asMandateHolder(facts, actor, scopes(own, facts), at))
                .or(() -> begins ? exists(all, facts) : Optional.empty());
    }

    /** Why the case does not allow it now: its status, or a rule about how it stands. */
    public Optional<Refusal> notNow(Class<? extends AppealCommand> command, CaseFacts facts, Actor actor, Instant at) {
        return current(command, facts, actor)
                .map(step -> step.rule().refusal(facts, actor, at))
                .orElseGet(() -> Optional.of(wrongStatus(command, facts)));
    }

    /** True for whoever has no part in the case, and for everybody while there is none. */
    public boolean isStranger(CaseFacts facts, Actor actor) {
        return Standing.asStranger(facts, actor).isPresent();
    }

    /** By when it must be done; empty where nothing presses. */
    public Optional<Instant> deadline(Class<? extends AppealCommand> command, CaseFacts facts, Actor actor) {
        return current(command, facts, actor).map(step -> step.deadline().apply(facts));
    }

    private List<Step> stepsOf(Class<? extends AppealCommand> command) {
        return steps.getOrDefault(command, List.of());
    }

    private Optional<Step> current(Class<? extends AppealCommand> command, CaseFacts facts, Actor actor) {
        return stepsOf(command).stream()
                .filter(step -> step.isOpenTo(actor) && step.startsFrom(facts))
                .findFirst();
    }

    private static Set<MandateScope> scopes(List<Step> own, CaseFacts facts) {
        List<Step> now = own.stream().filter(step -> step.startsFrom(facts)).toList();
        Set<MandateScope> scopes = EnumSet.noneOf(MandateScope.class);
        (now.isEmpty() ? own : now).stream().map(Step::scopes).forEach(scopes::addAll);
        return scopes;
    }

    /** Somebody else's to do: always, or as the case stands now. */
    private static Optional<Refusal> wrongRole(
            Class<?> command, List<Step> all, List<Step> own, CaseFacts facts, Actor actor) {
        List<Step> now = all.stream().filter(step -> step.startsFrom(facts)).toList();
        boolean othersOnly = !now.isEmpty() && now.stream().noneMatch(step -> step.isOpenTo(actor));
        if (own.isEmpty()) {
            return Optional.of(wrongRole(command, all, actor));
        }
        return othersOnly ? Optional.of(wrongRole(command, now, actor)) : Optional.empty();
    }

    private static Refusal wrongRole(Class<?> command, List<Step> steps, Actor actor) {
        Set<ActorType> allowed = EnumSet.noneOf(ActorType.class);
        steps.stream().map(Step::actors).forEach(allowed::addAll);
        return Refusal.of(
                FORBIDDEN,
                "wrong-role",
                command.getSimpleName() + " is for " + allowed + ", not for " + actor.type()
                        + ". Have somebody in that role do it.");
    }

    private static Optional<Refusal> exists(List<Step> all, CaseFacts facts) {
        return all.stream().anyMatch(step -> step.startsFrom(facts))
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        APPEAL_ALREADY_EXISTS,
                        null,
                        "There is an appeal of this seller about this subject already; it is " + facts.status()
                                + ". Go on with that one."));
    }

    private Refusal wrongStatus(Class<? extends AppealCommand> command, CaseFacts facts) {
        Set<String> from = new TreeSet<>();
        for (Step step : stepsOf(command)) {
            step.statuses().forEach(status -> from.add(status.name()));
        }
        return Refusal.of(
                INVALID_TRANSITION,
                null,
                command.getSimpleName() + " is not possible while the appeal is " + facts.status() + " at "
                        + facts.stage() + "; it is possible from " + from + ".");
    }

    private static List<Step> joined(Collection<Step> before, Collection<Step> added) {
        List<Step> joined = new ArrayList<>(before);
        joined.addAll(added);
        return List.copyOf(joined);
    }
}
