package io.appeals.commands.writer.kafka;

import io.appeals.commands.writer.ledger.CommandDigest;
import io.appeals.commands.writer.queue.FromTopic;
import io.appeals.commands.writer.queue.MisroutedCommand;
import io.appeals.commands.writer.queue.TopicCommand;
import io.appeals.commands.writer.queue.UnreadableCommand;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.table.DeadLetter;
import io.appeals.schema.topic.AppealPartition;
import io.appeals.schema.wire.CloudEventHeaders;
import io.appeals.schema.wire.UndecodableRecordException;
import io.appeals.schema.wire.WireFormat;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Makes of a record of the commands topic what its owner can deal with, whatever it is. */
final class CommandReader {

    /** A command heavier than this might lead to an event that the broker's usual limit of 1 MiB refuses. */
    static final int COMMAND_BYTES = 900_000;

    private final WireFormat<IssuedCommand> wire;
    private final int partitions;
    private final InstantSource clock;

    CommandReader(WireFormat<IssuedCommand> wire, int partitions, InstantSource clock) {
        this.wire = wire;
        this.partitions = partitions;
        this.clock = clock;
    }

    FromTopic read(long tenure, ConsumerRecord<String, byte[]> found) {
        byte[] value = found.value();
        if (value == null) {
            return unreadable(tenure, found, DeadLetters.UNDECODABLE, "the record has no value; expected a command");
        }
        if (value.length > COMMAND_BYTES) {
            return unreadable(
                    tenure,
                    found,
                    DeadLetters.INVALID,
                    "the command has " + value.length + " bytes, at most " + COMMAND_BYTES + " are allowed");
        }
        try {
            return understood(tenure, found, wire.decode(value));
        } catch (UndecodableRecordException e) {
            return unreadable(tenure, found, DeadLetters.UNDECODABLE, String.valueOf(e.getMessage()));
        }
    }

    private FromTopic understood(long tenure, ConsumerRecord<String, byte[]> found, IssuedCommand command) {
        if (!command.appealId().equals(found.key())) {
            return unreadable(
                    tenure,
                    found,
                    DeadLetters.INVALID,
                    "the record's key is " + (found.key() == null ? "missing" : "'" + found.key() + "'")
                            + " but must be the command's appealId '" + command.appealId() + "'");
        }
        int home = AppealPartition.of(command.appealId(), partitions);
        if (home != found.partition()) {
            return new MisroutedCommand(
                    tenure, found.partition(), found.offset(), found.key(), found.value(), found.headers(), home);
        }
        CommandDigest digest = CommandDigest.of(command);
        return new TopicCommand(
                tenure,
                found.partition(),
                found.offset(),
                Math.max(digest.contentBytes(), found.value().length),
                command,
                digest.digest(),
                traceParent(found));
    }

    private FromTopic unreadable(long tenure, ConsumerRecord<String, byte[]> found, String reason, String detail) {
        DeadLetter letter = DeadLetters.of(found, reason, detail, clock.instant());
        return new UnreadableCommand(
                tenure, found.partition(), found.offset(), Math.max(0, found.serializedValueSize()), letter);
    }

    private static byte @Nullable [] traceParent(ConsumerRecord<String, byte[]> found) {
        Header header = found.headers().lastHeader(CloudEventHeaders.TRACE_PARENT);
        return header == null ? null : header.value();
    }
}
