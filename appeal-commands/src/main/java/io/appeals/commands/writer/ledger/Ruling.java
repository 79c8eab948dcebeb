package io.appeals.commands.writer.ledger;

import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.result.CommandResult;
import java.util.List;

/** What becomes of one command. */
public sealed interface Ruling {

    /** These events go to the log. */
    record Accepted(CommandResult result, List<RecordedEvent> events) implements Ruling {

        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** Nothing is appended: it was refused, or it is a repeat and gets the first answer. */
    record Answered(CommandResult result) implements Ruling {}

    /** It cannot be decided here, for a reason that is not the sender's. */
    record Undecidable(String reason) implements Ruling {}
}
