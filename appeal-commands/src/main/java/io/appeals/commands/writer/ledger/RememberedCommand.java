package io.appeals.commands.writer.ledger;

import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.result.CommandResult;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An accepted command with what it led to, so that a repeat gets the first answer. A fold of its events alone: it is
 * the same whether it was remembered when the command was decided or rebuilt from the log.
 */
public record RememberedCommand(
        String digest, long version, AppealStatus status, Stage stage, List<String> events, Instant decidedAt) {

    public RememberedCommand {
        events = List.copyOf(events);
    }

    /** @param before what is known from the command's earlier events; null at its first */
    static RememberedCommand of(@Nullable RememberedCommand before, RecordedEvent event) {
        String type = event.event().type();
        List<String> types = before == null
                ? List.of(type)
                : Stream.concat(before.events().stream(), Stream.of(type)).toList();
        return new RememberedCommand(
                event.commandDigest(), event.version(), event.status(), event.stage(), types, event.recordedAt());
    }

    CommandResult result(String commandId, String appealId) {
        return CommandResult.accepted(commandId, appealId, version, status, stage, events, decidedAt);
    }
}
