package io.appeals.commands.writer.kafka;

import io.appeals.commands.CommandAnswer;
import io.appeals.commands.appeal.AppealDecider;
import io.appeals.commands.writer.WriterSettings;
import io.appeals.commands.writer.record.LogRecords;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.result.CommandResult;
import io.appeals.schema.result.Rejection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Sends commands to their owner through the topic, wherever the owner is, and waits for their results. */
final class CommandForwarder implements AutoCloseable {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Producer<String, byte[]> producer;
    private final LogRecords records;
    private final ResultsListener results;
    private final RecentAnswers recent;
    private final WriterSettings settings;
    private final AppealDecider decider;
    private final InstantSource clock;
    private final Semaphore room;
    private final Map<Forwarded.Ref, Forwarded> underWay = new ConcurrentHashMap<>();

    CommandForwarder(
            WriterSettings settings,
            OwnerClients clients,
            LogRecords records,
            RecentAnswers recent,
            AppealDecider decider,
            InstantSource clock) {
        this.producer = clients.forwardingProducer();
        this.records = records;
        this.recent = recent;
        this.settings = settings;
        this.decider = decider;
        this.clock = clock;
        this.room = new Semaphore(settings.queuedCommands());
        this.results = new ResultsListener(clients, records.results(), this::decided);
    }

    /**
     * Whoever sends a command that is under way already hears what becomes of it; it is not sent twice. What is not in
     * the right form is refused here: where a required field is missing, the topic's schema has no room for the gap.
     */
    Forwarded send(int partition, IssuedCommand command, String digest, byte @Nullable [] traceParent) {
        Forwarded mine = new Forwarded(new Forwarded.Ref(command.commandId(), command.appealId()), digest);
        Optional<Rejection> malformed = decider.malformed(command);
        if (malformed.isPresent()) {
            mine.refuse(refusal(command, malformed.get()));
            return mine;
        }
        ProducerRecord<String, byte[]> record = records.command(partition, command, traceParent);
        if (!room.tryAcquire()) {
            mine.refuse(unavailable(mine, "too many commands are on their way to other nodes"));
            return mine;
        }
        Forwarded before = underWay.putIfAbsent(mine.ref(), mine);
        if (before != null) {
            room.release();
            if (before.isOf(digest)) {
                return before;
            }
            mine.refuse(unavailable(mine, "another command with this id is under way"));
            return mine;
        }
        recent.promise(command.commandId(), mine.pending());
        // nobody may miss a result because the reading of results began after the sending
        results.ready().thenRun(() -> produce(mine, record));
        return mine;
    }

    private CommandAnswer refusal(IssuedCommand command, Rejection malformed) {
        CommandAnswer answer = new CommandAnswer.Decided(
                CommandResult.rejected(command.commandId(), command.appealId(), malformed, clock.instant()));
        recent.give(command.commandId(), answer);
        return answer;
    }

    private void produce(Forwarded forwarded, ProducerRecord<String, byte[]> command) {
        if (forwarded.answer().isDone()) {
            return;
        }
        try {
            producer.send(command, (metadata, failure) -> {
                if (failure == null) {
                    forwarded.becameDurable();
                } else {
                    finish(forwarded, notSent(forwarded, failure));
                }
            });
        } catch (KafkaException e) {
            finish(forwarded, notSent(forwarded, e));
        }
    }

    private void decided(CommandResult result) {
        CommandAnswer answer = new CommandAnswer.Decided(result);
        Forwarded forwarded = underWay.get(new Forwarded.Ref(result.commandId(), result.appealId()));
        if (forwarded == null) {
            recent.promise(result.commandId(), answer);
        } else {
            finish(forwarded, answer);
        }
    }

    /** Lets nobody wait longer than was promised. */
    void endLateWaits() {
        long now = System.nanoTime();
        for (Forwarded forwarded : underWay.values()) {
            if (now - forwarded.sentAt() > settings.answerWithin().toNanos()) {
                finish(
                        forwarded,
                        forwarded.isDurable()
                                ? forwarded.pending()
                                : unavailable(forwarded, "the commands topic did not answer in time"));
            }
        }
    }

    private void finish(Forwarded forwarded, CommandAnswer answer) {
        if (underWay.remove(forwarded.ref(), forwarded)) {
            room.release();
            recent.give(forwarded.ref().commandId(), answer);
            // not on the threads of Kafka's clients: what its sender does with it must not keep them
            Thread.startVirtualThread(() -> forwarded.finish(answer));
        }
    }

    private static CommandAnswer notSent(Forwarded forwarded, Exception e) {
        return unavailable(forwarded, "the commands topic could not be written: " + e.getMessage());
    }

    private static CommandAnswer.Unavailable unavailable(Forwarded forwarded, String reason) {
        return new CommandAnswer.Unavailable(forwarded.ref().commandId(), reason, RETRY_AFTER);
    }

    @Override
    public void close() {
        results.close();
        producer.close(Duration.ofSeconds(1));
        underWay.values()
                .forEach(forwarded -> finish(
                        forwarded,
                        forwarded.isDurable()
                                ? forwarded.pending()
                                : unavailable(forwarded, "this node is shutting down")));
    }
}
