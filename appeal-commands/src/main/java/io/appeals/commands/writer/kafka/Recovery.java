package io.appeals.commands.writer.kafka;

import io.appeals.commands.appeal.AppealDecider;
import io.appeals.commands.writer.WriterObserver;
import io.appeals.commands.writer.ledger.BatchLedger;
import io.appeals.commands.writer.ledger.CachedAppeals;
import io.appeals.commands.writer.ledger.LogPosition;
import io.appeals.commands.writer.store.AppealStore;
import io.appeals.commands.writer.store.StoreChange;
import io.appeals.commands.writer.store.StoreException;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.WireFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the states of a tenure's partitions to the end of the log, each partition on its own.
 *
 * <p>The order is what makes it sound. When it begins, the partitions have been claimed: no other node can commit to
 * them any more, and no transaction of an owner before is open. Then the end of the log is noted, and events are read,
 * committed ones only, until the reader's position is there. Reading to the last stable offset as first seen would not
 * do: a transaction that spans several partitions need not become stable in all of them at the same time.
 */
final class Recovery implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration AFTER_ERROR = Duration.ofMillis(500);
    private static final int CACHED_APPEALS = 50_000;

    /** Hears of each partition that is at the end of the log. */
    interface Ready {
        void at(RecoveringPartition partition);
    }

    private final OwnerClients clients;
    private final AppealStore store;
    private final AppealDecider decider;
    private final WireFormat<RecordedEvent> wire;
    private final WriterObserver observer;
    private final Ready ready;
    private final CachedAppeals appeals;
    private final Map<Integer, Long> nextCommands;
    private final Set<Integer> missing;
    private volatile List<RecoveringPartition> underWay = List.of();
    private volatile boolean cancelled;
    private volatile @Nullable Consumer<String, byte[]> blocking;

    Recovery(
            Map<Integer, Long> nextCommands,
            OwnerClients clients,
            AppealStore store,
            AppealDecider decider,
            WireFormat<RecordedEvent> wire,
            WriterObserver observer,
            Ready ready) {
        this.clients = clients;
        this.store = store;
        this.decider = decider;
        this.wire = wire;
        this.observer = observer;
        this.ready = ready;
        this.appeals = new CachedAppeals(store, CACHED_APPEALS);
        this.nextCommands = nextCommands;
        this.missing = new TreeSet<>(nextCommands.keySet());
    }

    @Override
    public void run() {
        while (!cancelled && !missing.isEmpty()) {
            try {
                recover();
            } catch (WakeupException e) {
                LOG.debug("recovery was cancelled", e);
            } catch (KafkaException | StoreException e) {
                LOG.warn("recovery of partitions {} was interrupted, going on soon: {}", missing, e.getMessage());
                rest();
            } catch (RuntimeException e) {
                LOG.error("recovery of partitions {} was interrupted by a fault of this program", missing, e);
                rest();
            }
        }
    }

    /** Makes {@link #run()} end soon. */
    void cancel() {
        cancelled = true;
        var waitingFor = blocking;
        if (waitingFor != null) {
            waitingFor.wakeup();
        }
    }

    /** How much of the log's part that has to be read was read, from 0 to 1. */
    double progress() {
        long toRead = 0;
        long read = 0;
        for (RecoveringPartition partition : underWay) {
            toRead += partition.toRead();
            read += partition.read();
        }
        return toRead == 0 ? 0 : (double) read / toRead;
    }

    private void recover() {
        try (var log = clients.logReader();
                var ends = clients.endReader()) {
            blockOn(ends);
            List<RecoveringPartition> partitions = begin(ends);
            blockOn(log);
            underWay = partitions;
            replay(log, partitions);
        } finally {
            blocking = null;
        }
    }

    /** Set first and checked afterwards, so that a cancellation meets either the call or the check. */
    private void blockOn(Consumer<String, byte[]> client) {
        blocking = client;
        if (cancelled) {
            throw new WakeupException();
        }
    }

    private List<RecoveringPartition> begin(Consumer<String, byte[]> ends) {
        Map<TopicPartition, Long> end =
                ends.endOffsets(missing.stream().map(Recovery::eventsOf).toList());
        List<RecoveringPartition> partitions = new ArrayList<>();
        for (int partition : missing) {
            partitions.add(new RecoveringPartition(
                    partition,
                    nextCommands.getOrDefault(partition, 0L),
                    end.getOrDefault(eventsOf(partition), 0L),
                    store.position(partition)));
        }
        return partitions;
    }

    private static TopicPartition eventsOf(int partition) {
        return new TopicPartition(Topic.EVENTS.topicName(), partition);
    }

    private void replay(Consumer<String, byte[]> log, List<RecoveringPartition> partitions) {
        appeals.clear();
        log.assign(partitions.stream().map(RecoveringPartition::inLog).toList());
        List<RecoveringPartition> left = new ArrayList<>(partitions);
        left.forEach(partition -> seek(log, partition));
        RecoveryReport report = new RecoveryReport(clients, partitions.size());
        while (!cancelled && !left.isEmpty()) {
            takeIn(log.poll(POLL), left, log);
            left.forEach(partition -> partition.reached(log.position(partition.inLog())));
            left.stream().filter(RecoveringPartition::isOfAnotherLog).forEach(partition -> startOver(log, partition));
            List<RecoveringPartition> complete =
                    left.stream().filter(RecoveringPartition::isComplete).toList();
            complete.forEach(partition -> complete(log, partition));
            left.removeAll(complete);
            report.show(left, progress());
        }
    }

    private void seek(Consumer<String, byte[]> log, RecoveringPartition partition) {
        LogPosition expected = partition.expected();
        if (expected == null) {
            log.seekToBeginning(List.of(partition.inLog()));
        } else if (expected.offset() < partition.end()) {
            log.seek(partition.inLog(), expected.offset());
        } else {
            startOver(log, partition);
        }
    }

    private void startOver(Consumer<String, byte[]> log, RecoveringPartition partition) {
        store.forget(partition.partition());
        appeals.clear();
        partition.startOver();
        log.seekToBeginning(List.of(partition.inLog()));
    }

    private void takeIn(
            ConsumerRecords<String, byte[]> records, List<RecoveringPartition> left, Consumer<String, byte[]> log) {
        if (records.isEmpty()) {
            return;
        }
        BatchLedger ledger = new BatchLedger(appeals, decider);
        List<RecoveringPartition> strange = new ArrayList<>();
        for (RecoveringPartition partition : left) {
            if (!partition.take(records.records(partition.inLog()), ledger, wire)) {
                strange.add(partition);
            }
        }
        try (StoreChange change = store.change()) {
            change.take(ledger);
            for (RecoveringPartition partition : left) {
                LogPosition progress = partition.progress();
                if (progress != null) {
                    change.position(partition.partition(), progress);
                }
            }
            change.commit();
        }
        appeals.takeOver(ledger);
        strange.forEach(partition -> startOver(log, partition));
    }

    private void complete(Consumer<String, byte[]> log, RecoveringPartition partition) {
        log.pause(List.of(partition.inLog()));
        missing.remove(partition.partition());
        observer.recovered(
                partition.partition(), partition.events(), Duration.ofNanos(System.nanoTime() - partition.startedAt()));
        ready.at(partition);
    }

    private void rest() {
        try {
            Thread.sleep(AFTER_ERROR);
        } catch (InterruptedException e) {
            cancelled = true;
            Thread.currentThread().interrupt();
        }
    }
}
