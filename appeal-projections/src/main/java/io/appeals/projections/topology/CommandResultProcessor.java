package io.appeals.projections.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.appeals.projections.serving.LocalPartition;
import io.appeals.projections.serving.LocalPartitions;
import io.appeals.projections.serving.SourceProgress;
import io.appeals.projections.serving.Troubles;
import io.appeals.projections.store.CommandOutcome;
import io.appeals.projections.store.StoreKeys;
import io.appeals.projections.topology.Publisher.Reason;
import io.appeals.schema.result.CommandResult;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.UndecodableRecordException;
import io.appeals.schema.wire.WireFormat;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps the published results of commands that came by topic, so that rejected ones can be asked for too. */
final class CommandResultProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private static final WireFormat<CommandResult> RESULTS = Published.COMMAND_RESULTS.wireFormat();

    private final LocalPartitions partitions;
    private final Troubles troubles;
    private final InstantSource clock;
    private Task task;

    /** What belongs to the task that the processor works in. */
    private record Task(
            ProcessorContext<byte[], byte[]> context,
            LocalPartition partition,
            SourceProgress progress,
            KeyValueStore<Bytes, byte[]> rows,
            Publisher publisher) {}

    // The task comes with init, before anything else is called.
    @SuppressWarnings("NullAway.Init")
    CommandResultProcessor(LocalPartitions partitions, Troubles troubles, InstantSource clock) {
        this.partitions = partitions;
        this.troubles = troubles;
        this.clock = clock;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        LocalPartition partition = partitions.open(context.taskId().partition());
        task = new Task(
                context,
                partition,
                partition.source(Topic.COMMAND_RESULTS.topicName()).orElseThrow(),
                context.getStateStore(StatusTopology.STORE),
                new Publisher(context, clock, troubles));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        try {
            keep(decode(record), record.value());
        } catch (UndecodableRecordException e) {
            troubles.strayRecord();
            task.publisher().deadLetter(record, Reason.UNDECODABLE, String.valueOf(e.getMessage()));
        }
        task.progress().processed(task.context().recordMetadata().orElseThrow().offset());
    }

    private static CommandResult decode(Record<byte[], byte[]> record) {
        if (record.value() == null) {
            throw new UndecodableRecordException("expected a command's result, but the record has no value");
        }
        CommandResult result = RESULTS.decode(record.value());
        String key = record.key() == null ? "nothing" : new String(record.key(), UTF_8);
        if (!key.equals(result.commandId())) {
            throw new UndecodableRecordException(
                    "expected the commandId " + result.commandId() + " as key, but found " + key);
        }
        return result;
    }

    /** An acceptance stays what became of the command, even if its id was used again and refused. */
    private void keep(CommandResult result, byte[] bytes) {
        Instant now = clock.instant();
        Bytes key = StoreKeys.result(StoreKeys.day(result.decidedAt()), result.commandId());
        byte[] known = task.rows().get(key);
        if (CommandOutcome.isForgotten(result.decidedAt(), now) || (known != null && isAccepted(known))) {
            return;
        }
        CommandOutcome outcome = CommandOutcome.published(result.appealId(), result.decidedAt(), bytes);
        task.rows().put(key, CommandOutcome.CODEC.encode(outcome));
    }

    private static boolean isAccepted(byte[] outcome) {
        byte[] result = CommandOutcome.CODEC.decode(outcome).result();
        return RESULTS.decode(Objects.requireNonNull(result)).isAccepted();
    }

    @Override
    public void close() {
        partitions.close(task.partition());
    }
}
