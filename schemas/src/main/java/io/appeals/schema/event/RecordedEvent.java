package io.appeals.schema.event;

import io.appeals.schema.Doc;
import io.appeals.schema.appeal.Actor;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.ClosureReason;
import io.appeals.schema.appeal.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event as it stands in the log. */
@Doc(
        "One fact of one appeal. The record's key is the appealId; versions of one appeal are 1, 2, 3 … without gap or repeat. 'type' names the one payload field that is not null.")
public record RecordedEvent(
        @Doc("UUID version 5 of appealId|version") String eventId,
        String appealId,
        String sellerId,
        @Doc("The appeal's version after this event") long version,

        @Doc("When it happened, by the command's issuedAt; never earlier than the event before")
        Instant occurredAt,

        @Doc("When the owner wrote it") Instant recordedAt,
        String commandId,

        @Doc("Fingerprint of the command's content, by which a reused commandId is recognised")
        String commandDigest,

        Actor actor,
        @Doc("The appeal's status after this event") AppealStatus status,
        @Doc("The appeal's stage after this event") Stage stage,
        @Doc("Given while the appeal is closed") @Nullable ClosureReason closureReason,
        AppealEvent event) {}
