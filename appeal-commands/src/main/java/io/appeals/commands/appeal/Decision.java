package io.appeals.commands.appeal;

import io.appeals.schema.event.AppealEvent;
import io.appeals.schema.result.Rejection;
import java.util.List;

/** The answer to a command. */
public sealed interface Decision {

    /** It happens: these events, in this order. */
    record Accepted(List<AppealEvent> events) implements Decision {

        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** Nothing happens. */
    record Rejected(Rejection rejection) implements Decision {}
}
