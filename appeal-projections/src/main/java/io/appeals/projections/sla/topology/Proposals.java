package io.appeals.projections.sla.topology;

import io.appeals.projections.sla.appeal.AppealClocks;
import io.appeals.projections.sla.appeal.PolicyBooks;
import io.appeals.projections.sla.clock.DueMoment;
import io.appeals.projections.sla.clock.SlaClock;
import io.appeals.projections.sla.policy.BreachAction;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.appeal.AppealId;
import io.appeals.schema.command.AppealCommand;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.table.SlaAlert;
import java.time.Instant;
import java.util.Optional;

/** What a breach leads to, where its policy says so: a command that the appeal's owner decides as any other. */
final class Proposals {

    private static final Actor SLA = Actor.of(ActorType.SYSTEM, "sla");

    private Proposals() {}

    /** Nothing if the clock has ended or moved on meanwhile. */
    static Optional<IssuedCommand> of(SlaAlert breach, AppealClocks appeal, PolicyBooks books, Instant now) {
        return appeal.live().stream()
                .filter(clock -> clock.metric().word().equals(breach.metric())
                        && clock.cycle() == breach.cycle()
                        && clock.passed().contains(DueMoment.ALL))
                .findFirst()
                .flatMap(clock -> command(clock, books).map(command -> issued(breach, command, now)));
    }

    private static Optional<AppealCommand> command(SlaClock clock, PolicyBooks books) {
        BreachAction action =
                books.pinned(clock.book()).policy(clock.target().policy()).onBreach();
        String reason = "The time of " + clock.metric().word() + " is over.";
        return switch (action) {
            case NONE -> Optional.empty();
            case LAPSE_APPEAL -> Optional.of(new AppealCommand.LapseAppeal(reason));
            case CLOSE_APPEAL -> Optional.of(new AppealCommand.CloseAppeal(reason));
        };
    }

    private static IssuedCommand issued(SlaAlert breach, AppealCommand command, Instant now) {
        String name = breach.alertId() + "|" + command.type();
        String commandId = AppealId.nameBased(AppealId.NAMESPACE, name).toString();
        // The owner judges a command at its own time: never before the breach that it is because of.
        Instant issuedAt = breach.dueAt().isAfter(now) ? breach.dueAt() : now;
        return new IssuedCommand(commandId, breach.appealId(), null, SLA, issuedAt, command);
    }
}
