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
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One batch on its way from the queue into the log. */
final class Batch {

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);
    private static final Duration RETRY_UNDECIDABLE = Duration.ofMinutes(1);

    /** What a sender in this process will hear once the batch is committed. */
    record Reply(DirectCommand command, CommandAnswer answer) {}

    private record Appended(RecordedEvent event, Future<RecordMetadata> sent) {}

    private final Instant now;
    private final BatchLedger ledger;
    private final LogRecords records;
    private final TransactionalLog log;
    private final Map<Integer, Long> commandOffsets = new HashMap<>();
    private final Map<Integer, Appended> lastEvents = new HashMap<>();
    private final List<Reply> replies = new ArrayList<>();
    private int events;

    Batch(Instant now, KnownAppeals known, AppealDecider decider, LogRecords records, TransactionalLog log) {
        this.now = now;
        this.ledger = new BatchLedger(known, decider);
        this.records = records;
        this.log = log;
    }

    /**
     * Decides, and hands to the log what comes of it.
     *
     * @param nextCommands the next command to be read of each partition, as committed
     */
    void add(Submission submission, Map<Integer, Long> nextCommands) {
        int partition = submission.partition();
        switch (submission) {
            case DirectCommand direct -> {
                commandOffsets.putIfAbsent(partition, Objects.requireNonNull(nextCommands.get(partition)));
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
            case MisroutedCommand misrouted -> log.send(records.rerouted(misrouted));
            case UnreadableCommand unreadable -> log.send(records.deadLetter(unreadable.deadLetter()));
        }
    }

    private void decide(TopicCommand topic) {
        switch (rule(topic.partition(), topic.command(), topic.digest())) {
            case Ruling.Accepted accepted -> {
                append(topic.partition(), accepted.events(), topic.traceParent());
                log.send(records.result(accepted.result(), topic.traceParent()));
            }
            case Ruling.Answered answered -> log.send(records.result(answered.result(), topic.traceParent()));
            case Ruling.Undecidable(String reason) ->
                log.send(records.deadLetter(DeadLetters.of(
                        topic, records.commands().encode(topic.command()), DeadLetters.UNFOLDABLE, reason, now)));
        }
    }

    /** A rule that fails instead of refusing must not stop the other appeals of the partition. */
    private Ruling rule(int partition, io.appeals.schema.command.IssuedCommand command, String digest) {
        try {
            return ledger.rule(partition, command, digest, now);
        } catch (RuntimeException e) {
            LOG.error("command {} on appeal {} cannot be decided", command.commandId(), command.appealId(), e);
            return new Ruling.Undecidable("the rules fail on it: " + e);
        }
    }

    private void append(int partition, List<RecordedEvent> decided, byte @Nullable [] traceParent) {
        for (RecordedEvent event : decided) {
            lastEvents.put(partition, new Appended(event, log.send(records.event(partition, event, traceParent))));
            events++;
        }
    }

    /** The offsets that go into the transaction: of every partition that it touches, also where only callers asked. */
    Map<TopicPartition, OffsetAndMetadata> offsets() {
        Map<TopicPartition, OffsetAndMetadata> offsets = HashMap.newHashMap(commandOffsets.size());
        commandOffsets.forEach((partition, offset) ->
                offsets.put(new TopicPartition(Topic.COMMANDS.topicName(), partition), new OffsetAndMetadata(offset)));
        return offsets;
    }

    Map<Integer, Long> commandOffsets() {
        return commandOffsets;
    }

    /** After the commit: the last event of each partition, where it stands now. */
    Map<Integer, LogPosition> positions() {
        Map<Integer, LogPosition> positions = HashMap.newHashMap(lastEvents.size());
        lastEvents.forEach((partition, last) -> positions.put(partition, LogPosition.of(offset(last), last.event())));
        return positions;
    }

    private static long offset(Appended last) {
        try {
            return last.sent().get().offset();
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

    int events() {
        return events;
    }
}
