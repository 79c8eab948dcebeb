package io.appeals.commands.writer.ledger;

import io.appeals.schema.event.RecordedEvent;

/**
 * Up to where in a partition of the log something is known: the last event that is in it. The event's identity stands
 * beside its offset, so that a log that was cut, or another cluster's, is found out.
 */
public record LogPosition(long offset, String eventId, String commandId) {

    public static LogPosition of(long offset, RecordedEvent event) {
        return new LogPosition(offset, event.eventId(), event.commandId());
    }

    /** True if the record at that offset is still the event that was there. */
    public boolean isOf(long otherOffset, RecordedEvent event) {
        return equals(of(otherOffset, event));
    }
}
