package io.appeals.commands.writer.kafka;

import io.appeals.commands.writer.queue.MisroutedCommand;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.result.CommandResult;
import io.appeals.schema.table.DeadLetter;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.CloudEventHeaders;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.SchemaIds;
import io.appeals.schema.wire.WireFormat;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** What an owner says, as Kafka records. */
final class LogRecords {

    private final WireFormat<IssuedCommand> commands;
    private final WireFormat<RecordedEvent> events;
    private final WireFormat<CommandResult> results;
    private final WireFormat<DeadLetter> deadLetters;

    LogRecords(SchemaIds ids) {
        commands = Published.COMMANDS.wireFormat(ids);
        events = Published.EVENTS.wireFormat(ids);
        results = Published.COMMAND_RESULTS.wireFormat(ids);
        deadLetters = Published.DEAD_LETTERS.wireFormat(ids);
    }

    WireFormat<IssuedCommand> commands() {
        return commands;
    }

    WireFormat<RecordedEvent> events() {
        return events;
    }

    WireFormat<CommandResult> results() {
        return results;
    }

    ProducerRecord<String, byte[]> event(int partition, RecordedEvent event, byte @Nullable [] traceParent) {
        return new ProducerRecord<>(
                Topic.EVENTS.topicName(),
                partition,
                null,
                event.appealId(),
                events.encode(event),
                CloudEventHeaders.of(event, traceParent));
    }

    ProducerRecord<String, byte[]> result(CommandResult result, byte @Nullable [] traceParent) {
        return new ProducerRecord<>(
                Topic.COMMAND_RESULTS.topicName(),
                null,
                null,
                result.commandId(),
                results.encode(result),
                CloudEventHeaders.of(
                        UUID.randomUUID().toString(),
                        "CommandResult",
                        result.decidedAt(),
                        result.appealId(),
                        traceParent));
    }

    ProducerRecord<String, byte[]> deadLetter(DeadLetter letter) {
        return new ProducerRecord<>(
                Topic.DEAD_LETTERS.topicName(),
                null,
                null,
                letter.key(),
                deadLetters.encode(letter),
                CloudEventHeaders.of(
                        UUID.randomUUID().toString(),
                        "DeadLetter",
                        letter.reportedAt(),
                        letter.topic() + "/" + letter.partition() + "/" + letter.offset(),
                        null));
    }

    /** @param partition where the appeal lives */
    ProducerRecord<String, byte[]> command(int partition, IssuedCommand command, byte @Nullable [] traceParent) {
        return new ProducerRecord<>(
                Topic.COMMANDS.topicName(),
                partition,
                null,
                command.appealId(),
                commands.encode(command),
                CloudEventHeaders.of(
                        command.commandId(),
                        command.command().type(),
                        command.issuedAt(),
                        command.appealId(),
                        traceParent));
    }

    ProducerRecord<String, byte[]> rerouted(MisroutedCommand command) {
        return new ProducerRecord<>(
                Topic.COMMANDS.topicName(),
                command.rightPartition(),
                null,
                command.key(),
                command.value(),
                command.headers());
    }
}
