package io.appeals.projections.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.appeals.projections.serving.LocalPartition;
import io.appeals.projections.serving.LocalPartitions;
import io.appeals.projections.serving.SourceProgress;
import io.appeals.projections.serving.Troubles;
import io.appeals.projections.status.AppealRows;
import io.appeals.projections.status.AppealView;
import io.appeals.projections.status.AppealViewFold;
import io.appeals.projections.status.UnfoldableEventException;
import io.appeals.projections.store.AppealRow;
import io.appeals.projections.topology.Publisher.Reason;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.UndecodableRecordException;
import io.appeals.schema.wire.WireFormat;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds the events of one partition. Whatever a record holds, it ends in one of three ways: folded; known already, and then written and published once more, since a crash may have lost a part of what it led to; or put aside as a dead letter, with its appeal marked.
 */
final class AppealEventProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(AppealEventProcessor.class);
    private static final WireFormat<RecordedEvent> EVENTS = Published.EVENTS.wireFormat();
    private static final Duration EXPIRY_EVERY = Duration.ofSeconds(1);

    private final LocalPartitions partitions;
    private final Troubles troubles;
    private final InstantSource clock;
    private Task task;

    /** What belongs to the task that the processor works in. */
    private record Task(
            ProcessorContext<byte[], byte[]> context,
            LocalPartition partition,
            SourceProgress progress,
            AppealLedger ledger,
            Publisher publisher) {}

    // The task comes with init, before anything else is called.
    @SuppressWarnings("NullAway.Init")
    AppealEventProcessor(LocalPartitions partitions, Troubles troubles, InstantSource clock) {
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
                partition.source(Topic.EVENTS.topicName()).orElseThrow(),
                new AppealLedger(context.getStateStore(StatusTopology.STORE)),
                new Publisher(context, clock, troubles));
        OutcomeExpiry expiry = new OutcomeExpiry(context.getStateStore(StatusTopology.STORE), partition);
        context.schedule(EXPIRY_EVERY, PunctuationType.WALL_CLOCK_TIME, _ -> expiry.run(clock.instant()));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (record.key() == null) {
            troubles.strayRecord();
            task.publisher()
                    .deadLetter(record, Reason.UNDECODABLE, "expected the appealId as key, but there is no key");
        } else {
            String appealId = new String(record.key(), UTF_8);
            process(record, appealId, task.ledger().row(appealId));
            task.partition().changed(appealId);
        }
        task.progress().processed(task.context().recordMetadata().orElseThrow().offset());
    }

    private void process(Record<byte[], byte[]> record, String appealId, @Nullable AppealRow row) {
        RecordedEvent event;
        try {
            event = decode(record, appealId);
        } catch (UndecodableRecordException e) {
            degrade(record, appealId, row, nextVersion(row), Reason.UNDECODABLE, e.getMessage());
            return;
        }
        if (row != null && row.isDegradedAt(event.version())) {
            task.ledger().keep(event, record.value());
            task.publisher().deadLetter(record, Reason.UNFOLDABLE, "the appeal is degraded by an earlier event");
        } else if (row instanceof AppealRow.Viewed viewed && event.version() <= viewed.version()) {
            repeat(record, viewed, event);
        } else {
            fold(record, row, event);
        }
    }

    private static RecordedEvent decode(Record<byte[], byte[]> record, String appealId) {
        if (record.value() == null) {
            throw new UndecodableRecordException("expected an event, but the record has no value");
        }
        RecordedEvent event = EVENTS.decode(record.value());
        if (!event.appealId().equals(appealId)) {
            throw new UndecodableRecordException(
                    "expected an event of the appeal that is the record's key, but found one of appeal "
                            + event.appealId());
        }
        return event;
    }

    private void fold(Record<byte[], byte[]> record, @Nullable AppealRow row, RecordedEvent event) {
        AppealView view;
        byte[] bytes;
        try {
            AppealRow.Viewed before = row instanceof AppealRow.Viewed viewed ? viewed : null;
            view = AppealViewFold.fold(before == null ? null : before.view(), event);
            int messages =
                    (before == null ? 0 : before.messages()) + view.messages().size();
            bytes = new AppealRow.Viewed(view.withoutMessages(), messages).toBytes();
            requireStorable(bytes);
        } catch (RuntimeException e) {
            // Any failure of pure code will come again with the same event: stopping the stream would stop it for ever.
            task.ledger().keep(event, record.value());
            degrade(record, event.appealId(), row, nextVersion(row), Reason.UNFOLDABLE, e.getMessage());
            return;
        }
        task.ledger().write(bytes, event, record.value(), clock.instant());
        task.publisher().status(view, record);
        task.publisher().decision(view, event, record);
    }

    private static void requireStorable(byte[] row) {
        if (row.length > StreamsSettings.MAX_ROW) {
            throw new UnfoldableEventException("expected a view of at most " + StreamsSettings.MAX_ROW
                    + " bytes, but it would have " + row.length);
        }
    }

    /** The log is read again from the last commit after a crash; the store may be ahead of what its changelog and the published topics have. */
    private void repeat(Record<byte[], byte[]> record, AppealRow.Viewed row, RecordedEvent event) {
        byte[] known = task.ledger().event(event.appealId(), event.version());
        if (known != null && !Arrays.equals(known, record.value())) {
            String detail = "expected version " + event.version() + " once, but it is there already as another event";
            degrade(record, event.appealId(), row, event.version(), Reason.UNFOLDABLE, detail);
            return;
        }
        task.ledger().write(row.toBytes(), event, record.value(), clock.instant());
        task.publisher().status(row.view(), record);
        if (AppealRows.isDecision(event)) {
            task.publisher().decision(task.ledger().viewAt(event.appealId(), event.version()), event, record);
        }
    }

    private void degrade(
            Record<byte[], byte[]> record,
            String appealId,
            @Nullable AppealRow row,
            long since,
            Reason reason,
            @Nullable String why) {
        String detail = String.valueOf(why);
        AppealRow degraded = row == null ? new AppealRow.Unviewable(since) : row.degraded(since);
        if (!degraded.equals(row)) {
            task.ledger().write(appealId, degraded);
            LOG.warn("appeal {} is degraded since version {}: {}", appealId, since, detail);
            if (degraded instanceof AppealRow.Viewed viewed) {
                task.publisher().status(viewed.view(), record);
            }
        }
        task.publisher().deadLetter(record, reason, detail);
    }

    private static long nextVersion(@Nullable AppealRow row) {
        return row == null ? 1 : row.version() + 1;
    }

    @Override
    public void close() {
        partitions.close(task.partition());
    }
}
