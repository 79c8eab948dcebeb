package io.appeals.commands.writer.kafka;

import io.appeals.commands.writer.ledger.CommandDigest;
import io.appeals.commands.writer.queue.FromTopic;
import io.appeals.commands.writer.queue.MisroutedCommand;
import io.appeals.commands.writer.queue.TopicCommand;
import io.appeals.commands.writer.queue.UnreadableCommand;
import io.appeals.commands.writer.record.CommandRecord;
import io.appeals.commands.writer.record.DeadLetters;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.table.DeadLetter;
import io.appeals.schema.topic.AppealPartition;
import io.appeals.schema.wire.WireFormat;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Makes of a record of the commands topic what its owner can deal with, whatever it is. */
final class CommandReader {

    private final WireFormat<IssuedCommand> wire;
    private final int partitions;
    private final InstantSource clock;

    CommandReader(WireFormat<IssuedCommand> wire, int partitions, InstantSource clock) {
        this.wire = wire;
        this.partitions = partitions;
        this.clock = clock;
    }

    FromTopic read(long tenure, ConsumerRecord<String, byte[]> found) {
        return switch (CommandRecord.read(found, wire)) {
            case CommandRecord.Understood(IssuedCommand command) -> understood(tenure, found, command);
            case CommandRecord.UnderAnotherKey strange ->
                unreadable(tenure, found, DeadLetters.INVALID, strange.detail());
            case CommandRecord.Unreadable(String reason, String detail) -> unreadable(tenure, found, reason, detail);
        };
    }

    private FromTopic understood(long tenure, ConsumerRecord<String, byte[]> found, IssuedCommand command) {
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
                CommandRecord.traceParent(found),
                CommandRecord.platform(found));
    }

    private FromTopic unreadable(long tenure, ConsumerRecord<String, byte[]> found, String reason, String detail) {
        DeadLetter letter = DeadLetters.of(found, reason, detail, clock.instant());
        return new UnreadableCommand(
                tenure, found.partition(), found.offset(), Math.max(0, found.serializedValueSize()), letter);
    }
}
