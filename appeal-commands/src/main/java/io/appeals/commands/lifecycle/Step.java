package io.appeals.commands.lifecycle;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.MandateScope;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.command.AppealCommand;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One line of the lifecycle's table.
 *
 * @param whenNew whether the command may begin an appeal
 * @param scopes a representative needs one of these; empty where representatives may not
 * @param deadline by when, as the case stands
 */
public record Step(
        Class<? extends AppealCommand> command,
        Set<ActorType> actors,
        Set<MandateScope> scopes,
        boolean whenNew,
        Set<AppealStatus> statuses,
        Set<Stage> stages,
        CaseRule rule,
        Function<CaseFacts, @Nullable Instant> deadline) {

    private static final CaseRule NONE = (_, _, _) -> Optional.empty();

    static Step step(Class<? extends AppealCommand> command) {
        return new Step(command, Set.of(), Set.of(), false, Set.of(), EnumSet.allOf(Stage.class), NONE, _ -> null);
    }

    Step by(ActorType first, ActorType... more) {
        Set<ActorType> added = EnumSet.of(first, more);
        added.addAll(actors);
        return new Step(command, added, scopes, whenNew, statuses, stages, rule, deadline);
    }

    /** The seller, and a representative whose mandate has one of the scopes. */
    Step bySellerSide(MandateScope first, MandateScope... more) {
        Set<MandateScope> needed = EnumSet.of(first, more);
        return new Step(command, actors, needed, whenNew, statuses, stages, rule, deadline)
                .by(ActorType.SELLER, ActorType.REPRESENTATIVE);
    }

    /** The same line for another command. */
    Step ofCommand(Class<? extends AppealCommand> other) {
        return new Step(other, actors, scopes, whenNew, statuses, stages, rule, deadline);
    }

    Step beginningTheAppeal() {
        return new Step(command, actors, scopes, true, statuses, stages, rule, deadline);
    }

    Step from(AppealStatus first, AppealStatus... more) {
        return new Step(command, actors, scopes, whenNew, EnumSet.of(first, more), stages, rule, deadline);
    }

    Step fromAnyButClosed() {
        Set<AppealStatus> open = EnumSet.complementOf(EnumSet.of(AppealStatus.CLOSED));
        return new Step(command, actors, scopes, whenNew, open, stages, rule, deadline);
    }

    Step at(Stage first, Stage... more) {
        return new Step(command, actors, scopes, whenNew, statuses, EnumSet.of(first, more), rule, deadline);
    }

    Step provided(CaseRule added) {
        return new Step(command, actors, scopes, whenNew, statuses, stages, rule.and(added), deadline);
    }

    Step dueBy(Function<CaseFacts, @Nullable Instant> named) {
        return new Step(command, actors, scopes, whenNew, statuses, stages, rule, named);
    }

    boolean isOpenTo(Actor actor) {
        return actors.contains(actor.type());
    }

    boolean startsFrom(CaseFacts facts) {
        AppealStatus status = facts.status();
        return status == null ? whenNew : statuses.contains(status) && stages.contains(facts.stage());
    }
}
