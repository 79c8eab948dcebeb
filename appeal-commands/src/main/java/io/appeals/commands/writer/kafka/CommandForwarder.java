package io.appeals.commands.writer.kafka;

import io.appeals.commands.CommandAnswer;
import io.appeals.schema.command.IssuedCommand;
import io.appeals.schema.result.CommandResult;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
    private final int partitions;
    private final Duration answerWithin;
    private final Semaphore room;
    private final Map<Forwarded.Ref, Forwarded> waiting = new ConcurrentHashMap<>();

    /** @param atMost how many may be under way */
    CommandForwarder(
            OwnerClients clients,
            LogRecords records,
            RecentAnswers recent,
            int partitions,
            Duration answerWithin,
            int atMost) {
        this.producer = clients.forwardingProducer();
        this.records = records;
        this.recent = recent;
        this.partitions = partitions;
        this.answerWithin = answerWithin;
        this.room = new Semaphore(atMost);
        this.results = new ResultsListener(clients, records.results(), this::decided);
    }
}
