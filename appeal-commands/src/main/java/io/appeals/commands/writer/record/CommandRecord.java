package io.appeals.commands.writer.record;

import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.wire.CloudEventHeaders;
import io.appeals.schema.wire.UndecodableRecordException;
import io.appeals.schema.wire.WireFormat;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** What a record of a commands topic turns out to be. */
public sealed interface CommandRecord {

    /** A command heavier than this might lead to an event that the broker's usual limit of 1 MiB refuses. */
    int MAX_BYTES = 900_000;

    /**
     * Answers, headers and dead letters name a command and its appeal more than once: with longer ids the broker would refuse
     * whatever could be said. What is longer than an id may be, but no longer than this, is answered as malformed.
     */
    int MAX_ID_CHARACTERS = 1_000;

    /** A trace has 55, a platform's name at most 63; the W3C lets later versions of traces be longer. */
    int MAX_HEADER_BYTES = 200;

    /** A command, under its appeal's key. Whether its content is in order is still to be seen. */
    record Understood(IssuedCommand command) implements CommandRecord {}

    /**
     * A command under another key than its appeal's, so that its order among the appeal's commands is not known.
     *
     * @param detail what was found and what was expected
     */
    record UnderAnotherKey(IssuedCommand command, String detail) implements CommandRecord {}

    /**
     * Nothing that could be decided.
     *
     * @param reason {@link DeadLetters#UNDECODABLE} or {@link DeadLetters#INVALID}
     * @param detail what was found and what was expected
     */
    record Unreadable(String reason, String detail) implements CommandRecord {}

    /** Reads a record, whatever it is. */
    static CommandRecord read(ConsumerRecord<String, byte[]> found, WireFormat<IssuedCommand> wire) {
        byte[] value = found.value();
        if (value == null) {
            return new Unreadable(DeadLetters.UNDECODABLE, "the record has no value; expected a command");
        }
        if (value.length > MAX_BYTES) {
            return new Unreadable(
                    DeadLetters.INVALID,
                    "the command has " + value.length + " bytes, at most " + MAX_BYTES + " are allowed");
        }
        try {
            IssuedCommand command = wire.decode(value);
            return tooLong("commandId", command.commandId())
                    .or(() -> tooLong("appealId", command.appealId()))
                    .orElseGet(() -> underItsKey(found, command));
        } catch (UndecodableRecordException e) {
            return new Unreadable(DeadLetters.UNDECODABLE, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<CommandRecord> tooLong(String field, String id) {
        return id.length() <= MAX_ID_CHARACTERS
                ? Optional.empty()
                : Optional.of(new Unreadable(
                        DeadLetters.INVALID,
                        "the " + field + " has " + id.length() + " characters, at most " + MAX_ID_CHARACTERS
                                + " can be answered"));
    }

    private static CommandRecord underItsKey(ConsumerRecord<String, byte[]> found, IssuedCommand command) {
        return command.appealId().equals(found.key())
                ? new Understood(command)
                : new UnderAnotherKey(
                        command,
                        "the record's key is "
                                + (found.key() == null ? "missing" : "'" + DeadLetters.shortened(found.key()) + "'")
                                + " but must be the command's appealId '" + command.appealId() + "'");
    }

    /** The trace that the sender's request is part of, as it stands in the header; null if there is none. */
    static byte @Nullable [] traceParent(ConsumerRecord<String, byte[]> found) {
        return header(found, CloudEventHeaders.TRACE_PARENT);
    }

    /** By which platform's own topic a command came; null if it came by the topic of all. */
    static byte @Nullable [] platform(ConsumerRecord<String, byte[]> found) {
        return header(found, CloudEventHeaders.PLATFORM);
    }

    /** What goes on with everything that follows from a command must be short. */
    private static byte @Nullable [] header(ConsumerRecord<String, byte[]> found, String name) {
        Header header = found.headers().lastHeader(name);
        return header == null || header.value() == null || header.value().length > MAX_HEADER_BYTES
                ? null
                : header.value();
    }
}
