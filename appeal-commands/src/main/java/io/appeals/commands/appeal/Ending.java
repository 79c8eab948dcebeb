package io.appeals.commands.appeal;

import io.appeals.commands.lifecycle.LifecyclePolicy;
import io.appeals.schema.appeal.ActorType;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.command.AppealCommand.LapseAppeal;
import io.appeals.schema.command.AppealCommand.ReopenAppeal;
import io.appeals.schema.command.AppealCommand.WithdrawAppeal;
import io.appeals.schema.event.AppealEvent.AppealLapsed;
import io.appeals.schema.event.AppealEvent.AppealReopened;
import io.appeals.schema.event.AppealEvent.AppealWithdrawn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a case ends before its time, and how it begins again. */
final class Ending {

    private final LifecyclePolicy policy;

    Ending(LifecyclePolicy policy) {
        this.policy = policy;
    }

    /**
     * Whoever withdraws after a decision has given it up: otherwise withdrawing and reopening would buy a second opinion
     * at the same stage, without grounds.
     */
    Verdict withdraw(WithdrawAppeal command, Situation now) {
        boolean decided = now.state().status() == AppealStatus.DECIDED;
        return new Verdict.Happens(new AppealWithdrawn(command.reason(), decided ? now.at() : reopenUntil(now)));
    }

    Verdict lapse(LapseAppeal command, Situation now) {
        return new Verdict.Happens(new AppealLapsed(command.reason(), reopenUntil(now)));
    }

    private Instant reopenUntil(Situation now) {
        Instant running = now.state().windows().reopenUntil();
        return running == null ? now.at().plus(policy.reopeningWindow()) : running;
    }

    Verdict reopen(ReopenAppeal command, Situation now) {
        return new Verdict.Happens(new AppealReopened(command.reason(), submitUntil(now)));
    }

    private @Nullable Instant submitUntil(Situation now) {
        Matter matter = now.matter();
        if (matter.submittedAt() != null) {
            return null;
        }
        return now.actor().type() == ActorType.SUPERVISOR
                ? policy.filingWindows()
                        .endOf(matter.subject().type(), matter.category(), matter.marketplaceId(), now.at())
                : now.state().windows().reopenUntil();
    }
}
