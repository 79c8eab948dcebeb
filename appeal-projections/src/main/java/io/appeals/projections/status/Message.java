package io.appeals.projections.status;

import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.MessageVisibility;
import io.appeals.schema.event.AppealEvent;
import io.appeals.schema.event.RecordedEvent;
import java.time.Instant;
import java.util.List;

/** What somebody in the case wrote to the others. */
public record Message(String messageId, String body, MessageVisibility visibility, Actor postedBy, Instant postedAt) {

    static Message of(RecordedEvent recorded, AppealEvent.MessagePosted event) {
        return new Message(
                event.messageId(), event.body(), event.visibility(), recorded.actor(), recorded.occurredAt());
    }

    /** The messages that an event brought: one or none. */
    public static List<Message> in(RecordedEvent recorded) {
        return recorded.event() instanceof AppealEvent.MessagePosted posted ? List.of(of(recorded, posted)) : List.of();
    }
}
