package io.appeals.projections.sla.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.appeals.projections.serving.LocalPartition;
import io.appeals.projections.serving.LocalPartitions;
import io.appeals.projections.serving.SourceProgress;
import io.appeals.projections.serving.Troubles;
import io.appeals.projections.sla.appeal.AppealClocks;
import io.appeals.projections.sla.appeal.ClockFold;
import io.appeals.projections.sla.appeal.Folded;
import io.appeals.projections.sla.clock.SlaClock;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.store.StoredAppeal;
import io.appeals.projections.store.CommittedStores;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.UndecodableRecordException;
import io.appeals.schema.wire.WireFormat;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folds the events of one partition into clocks. What cannot be folded is put aside as a dead letter, with its appeal marked. */
final class SlaEventProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(SlaEventProcessor.class);
    private static final WireFormat<RecordedEvent> EVENTS = Published.EVENTS.wireFormat();
    private static final String UNDECODABLE = "undecodable";
    private static final String UNFOLDABLE = "unfoldable";

    private final LocalPartitions partitions;
    private final CommittedStores stores;
    private final PolicyBook policies;
    private final Troubles troubles;
    private final SlaObserver observer;
    private final SlaTime time;
    private Task task;

    /** What belongs to the task that the processor works in. */
    private record Task(
            ProcessorContext<byte[], byte[]> context,
            LocalPartition partition,
            SourceProgress progress,
            SlaLedger ledger,
            StoredBooks books,
            SlaPublisher publisher,
            AlertDesk desk) {}

    // The task comes with init, before anything else is called.
    @SuppressWarnings("NullAway.Init")
    SlaEventProcessor(
            LocalPartitions partitions,
            CommittedStores stores,
            PolicyBook policies,
            Troubles troubles,
            SlaObserver observer,
            SlaTime time) {
        this.partitions = partitions;
        this.stores = stores;
        this.policies = policies;
        this.troubles = troubles;
        this.observer = observer;
        this.time = time;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        int number = context.taskId().partition();
        LocalPartition partition = partitions.open(number);
        KeyValueStore<Bytes, byte[]> rows = context.getStateStore(SlaTopology.STORE);
        SlaLedger ledger = new SlaLedger(rows, stores.ofPartition(number).orElseThrow());
        StoredBooks books = new StoredBooks(policies, rows);
        SlaPublisher publisher = new SlaPublisher(context, time, troubles);
        AlertDesk desk = new AlertDesk(partition, ledger, books, publisher, observer, time);
        SourceProgress progress = partition.source(Topic.EVENTS.topicName()).orElseThrow();
        task = new Task(context, partition, progress, ledger, books, publisher, desk);
        DeadlineScan scan = new DeadlineScan(partition, ledger, books, desk, publisher, observer);
        context.schedule(DeadlineScan.EVERY, PunctuationType.WALL_CLOCK_TIME, _ -> scan.run(time.now()));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (record.key() == null) {
            troubles.strayRecord();
            task.publisher().deadLetter(record, UNDECODABLE, "expected the appealId as key, but there is no key");
        } else {
            process(record, new String(record.key(), UTF_8));
        }
        task.progress().processed(task.context().recordMetadata().orElseThrow().offset());
    }

    private void process(Record<byte[], byte[]> record, String appealId) {
        StoredAppeal row = task.ledger().appeal(appealId);
        AppealClocks before = row == null ? null : row.clocks();
        Long degraded = before == null ? task.ledger().degradedSince(appealId) : before.degradedSince();
        if (degraded != null) {
            task.publisher()
                    .deadLetter(record, UNFOLDABLE, "the appeal's clocks are degraded since version " + degraded);
            return;
        }
        RecordedEvent event;
        Folded folded;
        try {
            event = decode(record, appealId);
            if (before != null && event.version() <= before.version()) {
                return;
            }
            folded = ClockFold.fold(before, event, task.books());
        } catch (UndecodableRecordException e) {
            degrade(record, appealId, before, UNDECODABLE, e);
            return;
        } catch (ProcessorStateException e) {
            throw e;
        } catch (RuntimeException e) {
            // Any failure of pure code will come again with the same event: stopping the stream would stop it for ever.
            degrade(record, appealId, before, UNFOLDABLE, e);
            return;
        }
        keep(folded, event);
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

    private void keep(Folded folded, RecordedEvent event) {
        AppealClocks appeal = folded.after();
        task.ledger().write(StoredAppeal.of(appeal, task.books()));
        for (SlaClock clock : folded.changed()) {
            task.books().keep(clock.book());
            if (!clock.isLive()) {
                task.ledger().ended(appeal, clock);
            }
            task.publisher().clock(appeal, clock, task.books().pinned(clock.book()), event.occurredAt());
        }
        Instant now = time.now();
        folded.alerts().forEach(alert -> task.desk().say(appeal, alert, now));
    }

    private void degrade(
            Record<byte[], byte[]> record,
            String appealId,
            @Nullable AppealClocks before,
            String reason,
            RuntimeException why) {
        long since = before == null ? 1 : before.version() + 1;
        LOG.warn("the clocks of appeal {} are degraded since version {}: {}", appealId, since, why.getMessage());
        task.ledger().degraded(appealId, since);
        if (before != null) {
            AppealClocks degraded = before.degraded(since);
            task.ledger().write(StoredAppeal.of(degraded, task.books()));
            Instant now = time.now();
            degraded.live()
                    .forEach(clock ->
                            task.publisher().clock(degraded, clock, task.books().pinned(clock.book()), now));
        }
        task.publisher().deadLetter(record, reason, String.valueOf(why.getMessage()));
    }

    @Override
    public void close() {
        partitions.close(task.partition());
    }
}
