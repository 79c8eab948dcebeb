package io.appeals.schema.command;

import io.appeals.schema.Doc;
import io.appeals.schema.appeal.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A command as it reaches the appeal's owner. */
@Doc(
        "One command to one appeal. The record's key is the appealId. Send the same commandId again as often as you like: it is applied once.")
public record IssuedCommand(
        @Doc("Names this command for ever; a repeat gets the first answer, the same id with other content is refused")
        String commandId,

        @Doc("UUID version 5 of sellerId|TYPE|reference") String appealId,

        @Doc("Refuse the command unless the appeal is at this version") @Nullable
        Long expectedVersion,

        Actor actor,

        @Doc("When the sender issued it; becomes the event's occurredAt")
        Instant issuedAt,

        AppealCommand command) {}
