package io.appeals.commands.writer.kafka;

import io.appeals.commands.CommandAnswer;
import io.appeals.commands.appeal.AppealDecider;
import io.appeals.commands.writer.ledger.BatchLedger;
import io.appeals.commands.writer.ledger.KnownAppeals;
import io.appeals.commands.writer.ledger.LogPosition;
import io.appeals.commands.writer.ledger.Ruling;
import io.appeals.commands.writer.queue.DirectCommand;
import io.appeals.commands.writer.queue.FromTopic;
import io.appeals.commands.writer.queue.MisroutedCommand;
import io.appeals.commands.writer.queue.Submission;
import io.appeals.commands.writer.queue.TopicCommand;
import io.appeals.commands.writer.queue.UnreadableCommand;
import io.appeals.commands.writer.record.DeadLetters;
import io.appeals.commands.writer.record.LogRecords;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.table.DeadLetter;
import io.appeals.schema.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One batch on its way from the queue into the log: first decided, then appended. */
final class Batch {

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);
    private static final Duration RETRY_UNDECIDABLE = Duration.ofMinutes(1);

    /** What a sender in this process will hear once the batch is committed. */
    record Reply(DirectCommand command, CommandAnswer answer) {}

    /** The last event of a partition, and its place among the records. */
    private record LastEvent(RecordedEvent event, int place) {}

    private final Instant now;
    private final BatchLedger ledger;
    private final LogRecords records;
    private final List<ProducerRecord<String, byte[]>> decided = new ArrayList<>();
    private final Map<Integer, Long> commandOffsets = new HashMap<>();
    private final Set<Integer> callersPartitions = new HashSet<>();
    private final Map<Integer, LastEvent> lastEvents = new HashMap<>();
    private final Map<Integer, LogPosition> positions = new HashMap<>();
    private final List<Reply> replies = new ArrayList<>();
    private final Tally tally = new Tally();

    Batch(Instant now, KnownAppeals known, AppealDecider decider, LogRecords records) {
        this.now = now;
        this.ledger = new BatchLedger(known, decider);
        this.records = records;
    }

    /** Decides, and keeps for the log what comes of it. */
    void add(Submission submission) {
        int partition = submission.partition();
        tally.command();
        switch (submission) {
            case DirectCommand direct -> {
                callersPartitions.add(partition);
                decide(direct);
            }
            case FromTopic topic -> {
                commandOffsets.put(partition, topic.offset() + 1);
                take(topic);
            }
        }
    }

    private void decide(DirectCommand direct) {
        Ruling ruling = rule(direct.partition(), direct.command(), direct.digest());
        CommandAnswer answer = switch (ruling) {
            case Ruling.Accepted accepted -> {
                append(direct.partition(), accepted.events(), direct.traceParent());
                yield new CommandAnswer.Decided(accepted.result());
            }
            case Ruling.Answered answered -> new CommandAnswer.Decided(answered.result());
            case Ruling.Undecidable(String reason) ->
                new CommandAnswer.Unavailable(direct.command().commandId(), reason, RETRY_UNDECIDABLE);
        };
        replies.add(new Reply(direct, answer));
    }

    private void take(FromTopic topic) {
        switch (topic) {
            case TopicCommand command -> decide(command);
            case MisroutedCommand misrouted -> decided.add(records.rerouted(misrouted));
            case UnreadableCommand unreadable -> putAside(unreadable.deadLetter());
        }
    }

    private void decide(TopicCommand topic) {
        switch (rule(topic.partition(), topic.command(), topic.digest())) {
            case Ruling.Accepted accepted -> {
                append(topic.partition(), accepted.events(), topic.traceParent());
                decided.add(records.result(accepted.result(), topic.traceParent(), topic.platform()));
            }
            case Ruling.Answered answered ->
                decided.add(records.result(answered.result(), topic.traceParent(), topic.platform()));
            case Ruling.Undecidable(String reason) ->
                putAside(DeadLetters.of(
                        topic, records.commands().encode(topic.command()), DeadLetters.UNFOLDABLE, reason, now));
        }
    }

    private void putAside(DeadLetter letter) {
        decided.add(records.deadLetter(letter));
        tally.deadLetter(letter.reason());
    }

    /** A rule that fails instead of refusing must not stop the other appeals of the partition. */
    private Ruling rule(int partition, io.appeals.schema.command.IssuedCommand command, String digest) {
        Ruling ruling;
        try {
            ruling = ledger.rule(partition, command, digest, now);
        } catch (RuntimeException e) {
            LOG.error("command {} on appeal {} cannot be decided", command.commandId(), command.appealId(), e);
            ruling = new Ruling.Undecidable("the rules fail on it: " + e);
        }
        tally.ruled(ruling);
        return ruling;
    }

    private void append(int partition, List<RecordedEvent> accepted, byte @Nullable [] traceParent) {
        for (RecordedEvent event : accepted) {
            lastEvents.put(partition, new LastEvent(event, decided.size()));
            decided.add(records.event(partition, event, traceParent));
        }
    }

    /** Commits all of it in one transaction. */
    void appendTo(
            TransactionalLog log, Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata generation) {
        log.begin();
        List<Future<RecordMetadata>> sent = new ArrayList<>(decided.size());
        for (ProducerRecord<String, byte[]> record : decided) {
            sent.add(log.send(record));
        }
        log.commit(offsets, generation);
        lastEvents.forEach((partition, last) ->
                positions.put(partition, LogPosition.of(offset(sent.get(last.place())), last.event())));
    }

    /**
     * The offsets that go into the transaction: of the partitions whose commands were taken from the topic. Where nothing
     * at all is appended, because every caller is refused, offsets are what shows that this node still is the owner and
     * refuses for good reason.
     *
     * @param nextCommands the next command to be read of each partition, as committed by now
     * @param claim what an owner commits for the next command of a partition
     */
    Map<TopicPartition, OffsetAndMetadata> offsets(
            Map<Integer, Long> nextCommands, LongFunction<OffsetAndMetadata> claim) {
        Map<Integer, Long> given = new HashMap<>(commandOffsets);
        if (decided.isEmpty()) {
            callersPartitions.forEach(
                    partition -> given.putIfAbsent(partition, Objects.requireNonNull(nextCommands.get(partition))));
        }
        Map<TopicPartition, OffsetAndMetadata> offsets = HashMap.newHashMap(given.size());
        given.forEach((partition, offset) ->
                offsets.put(new TopicPartition(Topic.COMMANDS.topicName(), partition), claim.apply(offset)));
        return offsets;
    }

    Map<Integer, Long> commandOffsets() {
        return commandOffsets;
    }

    /** After the commit: the last event of each partition, where it stands now. */
    Map<Integer, LogPosition> positions() {
        return positions;
    }

    private static long offset(Future<RecordMetadata> sent) {
        try {
            return sent.get().offset();
        } catch (ExecutionException e) {
            throw new KafkaException("a committed event has no offset", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted after a commit", e);
        }
    }

    BatchLedger ledger() {
        return ledger;
    }

    List<Reply> replies() {
        return replies;
    }

    Tally tally() {
        return tally;
    }
}
