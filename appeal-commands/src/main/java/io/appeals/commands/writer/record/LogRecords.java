package io.appeals.commands.writer.record;

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
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** Commands, and what owners say, as Kafka records. */
public final class LogRecords {

    private final WireFormat<IssuedCommand> commands;
    private final WireFormat<RecordedEvent> events;
    private final WireFormat<CommandResult> results;
    private final WireFormat<DeadLetter> deadLetters;

    /** @param ids that the values bear */
    public LogRecords(SchemaIds ids) {
        commands = Published.COMMANDS.wireFormat(ids);
        events = Published.EVENTS.wireFormat(ids);
        results = Published.COMMAND_RESULTS.wireFormat(ids);
        deadLetters = Published.DEAD_LETTERS.wireFormat(ids);
    }

    /** How commands are encoded. */
    public WireFormat<IssuedCommand> commands() {
        return commands;
    }

    /** How events are encoded. */
    public WireFormat<RecordedEvent> events() {
        return events;
    }

    /** How results are encoded. */
    public WireFormat<CommandResult> results() {
        return results;
    }

    /** @param partition where the appeal lives */
    public ProducerRecord<String, byte[]> event(int partition, RecordedEvent event, byte @Nullable [] traceParent) {
        return new ProducerRecord<>(
                Topic.EVENTS.topicName(),
                partition,
                null,
                event.appealId(),
                events.encode(event),
                CloudEventHeaders.of(event, traceParent));
    }

    /**
     * What became of a command that came by topic.
     *
     * @param platform by whose own topic, if by one
     */
    public ProducerRecord<String, byte[]> result(
            CommandResult result, byte @Nullable [] traceParent, byte @Nullable [] platform) {
        List<Header> headers = CloudEventHeaders.of(
                UUID.randomUUID().toString(), "CommandResult", result.decidedAt(), result.appealId(), traceParent);
        return new ProducerRecord<>(
                Topic.COMMAND_RESULTS.topicName(),
                null,
                null,
                result.commandId(),
                results.encode(result),
                with(platform, headers));
    }

    private static List<Header> with(byte @Nullable [] platform, List<Header> headers) {
        if (platform != null) {
            headers.add(new RecordHeader(CloudEventHeaders.PLATFORM, platform));
        }
        return headers;
    }

    /** A record that was given up on, under its own key. */
    public ProducerRecord<String, byte[]> deadLetter(DeadLetter letter) {
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

    /**
     * A command for its owner.
     *
     * @param partition where the appeal lives
     */
    public ProducerRecord<String, byte[]> command(int partition, IssuedCommand command, byte @Nullable [] traceParent) {
        return command(partition, command, commands.encode(command), headers(command, traceParent));
    }

    /**
     * A command that came by a platform's own topic, for its owner.
     *
     * @param value the command as it came
     */
    public ProducerRecord<String, byte[]> command(
            int partition, IssuedCommand command, byte[] value, byte @Nullable [] traceParent, byte[] platform) {
        return command(partition, command, value, with(platform, headers(command, traceParent)));
    }

    private static ProducerRecord<String, byte[]> command(
            int partition, IssuedCommand command, byte[] value, List<Header> headers) {
        return new ProducerRecord<>(Topic.COMMANDS.topicName(), partition, null, command.appealId(), value, headers);
    }

    private static List<Header> headers(IssuedCommand command, byte @Nullable [] traceParent) {
        return CloudEventHeaders.of(
                command.commandId(), command.command().type(), command.issuedAt(), command.appealId(), traceParent);
    }

    /** The same record once more, where it should have been. */
    public ProducerRecord<String, byte[]> rerouted(MisroutedCommand command) {
        return new ProducerRecord<>(
                Topic.COMMANDS.topicName(),
                command.rightPartition(),
                null,
                command.key(),
                command.value(),
                command.headers());
    }
}
