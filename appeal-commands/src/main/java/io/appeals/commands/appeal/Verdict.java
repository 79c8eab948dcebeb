package io.appeals.commands.appeal;

import io.appeals.commands.lifecycle.Refusal;
import io.appeals.schema.event.AppealEvent;

/** What a rule says to a command. */
sealed interface Verdict {

    /** Then this happens. */
    record Happens(AppealEvent event) implements Verdict {}

    /** Nothing happens. */
    record Refused(Refusal refusal) implements Verdict {}

    static Verdict refused(String rule, String detail) {
        return new Refused(Refusal.violated(rule, detail));
    }
}
