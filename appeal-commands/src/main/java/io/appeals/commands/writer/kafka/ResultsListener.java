package io.appeals.commands.writer.kafka;

import io.appeals.schema.result.CommandResult;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.UndecodableRecordException;
import io.appeals.schema.wire.WireFormat;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the results of commands, of all nodes, from the moment that somebody first waits for one. */
final class ResultsListener implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ResultsListener.class);
    private static final String TOPIC = Topic.COMMAND_RESULTS.topicName();
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration AFTER_ERROR = Duration.ofSeconds(1);

    private final OwnerClients clients;
    private final WireFormat<CommandResult> wire;
    private final java.util.function.Consumer<CommandResult> hears;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean closing;

    ResultsListener(
            OwnerClients clients, WireFormat<CommandResult> wire, java.util.function.Consumer<CommandResult> hears) {
        this.clients = clients;
        this.wire = wire;
        this.hears = hears;
    }

    /** Completes when no result can be missed any more. Starts the reading at the first call. */
    CompletableFuture<Void> ready() {
        if (!ready.isDone() && started.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("appeals-results").start(this);
        }
        return ready;
    }

    @Override
    public void run() {
        try (Consumer<String, byte[]> consumer = clients.resultsConsumer()) {
            while (!closing) {
                try {
                    read(consumer);
                } catch (KafkaException e) {
                    LOG.warn("reading command results failed, trying again: {}", e.getMessage());
                    rest();
                }
            }
        }
    }

    private void read(Consumer<String, byte[]> consumer) {
        if (!ready.isDone()) {
            beginAtEnd(consumer);
        }
        for (ConsumerRecord<String, byte[]> found : consumer.poll(POLL)) {
            try {
                hears.accept(wire.decode(found.value()));
            } catch (UndecodableRecordException e) {
                LOG.warn("result of command {} cannot be read: {}", found.key(), e.getMessage());
            }
        }
    }

    private void beginAtEnd(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(info -> new TopicPartition(TOPIC, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // only asking for the position makes the end of this moment the place to read from
        partitions.forEach(consumer::position);
        ready.complete(null);
    }

    private void rest() {
        try {
            Thread.sleep(AFTER_ERROR);
        } catch (InterruptedException e) {
            closing = true;
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing = true;
    }
}
