package io.appeals.api.webhook.ledger;

import io.appeals.schema.topic.Topic;
import io.appeals.schema.wire.UndecodableRecordException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the topics of the webhooks into the book, from the beginning and on and on. */
final class BookReader implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BookReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

    /** Attempts are only shown, so their latest will do. */
    private static final long ATTEMPTS_READ = 2_000;

    private final Consumer<String, byte[]> log;
    private final WebhookRecords records;
    private final WebhookBook book;
    private final Map<TopicPartition, Long> places = new HashMap<>();
    private Map<TopicPartition, Long> beginning = Map.of();
    private volatile boolean closed;

    /** @param log reads what is committed */
    BookReader(Consumer<String, byte[]> log, WebhookRecords records, WebhookBook book) {
        this.log = log;
        this.records = records;
        this.book = book;
    }

    @Override
    public void run() {
        try (log) {
            while (!closed) {
                turn();
            }
        } catch (WakeupException e) {
            LOG.debug("closing");
        }
    }

    private void begin() {
        List<TopicPartition> partitions = Stream.of(Topic.WEBHOOKS, Topic.WEBHOOK_ATTEMPTS)
                .flatMap(topic -> log.partitionsFor(topic.topicName()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        Map<TopicPartition, Long> ends = log.endOffsets(partitions);
        Map<TopicPartition, Long> starts = log.beginningOffsets(partitions);
        log.assign(partitions);
        partitions.forEach(partition -> {
            boolean shown = partition.topic().equals(Topic.WEBHOOK_ATTEMPTS.topicName());
            long start = starts.getOrDefault(partition, 0L);
            log.seek(partition, shown ? Math.max(start, ends.getOrDefault(partition, 0L) - ATTEMPTS_READ) : start);
        });
        synchronized (places) {
            beginning = ends;
        }
    }

    private void turn() {
        try {
            if (log.assignment().isEmpty()) {
                begin();
            }
            follow();
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.warn("what is known of webhooks cannot be read at the moment: {}", e.getMessage());
            pause();
        }
    }

    private void follow() {
        for (ConsumerRecord<String, byte[]> record : log.poll(POLL)) {
            apply(record);
        }
        synchronized (places) {
            log.assignment().forEach(partition -> places.put(partition, log.position(partition)));
            places.notifyAll();
        }
    }

    private void apply(ConsumerRecord<String, byte[]> record) {
        try {
            if (record.topic().equals(Topic.WEBHOOKS.topicName())) {
                book.apply(record.key(), record.value() == null ? null : records.row(record.value()));
            } else {
                book.apply(records.attempt(record.value()));
            }
        } catch (UndecodableRecordException | IllegalArgumentException e) {
            LOG.warn(
                    "{}-{}@{} is no row of webhooks and is passed over: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_TROUBLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it has got as far as the log was when it began. */
    boolean isReady() {
        synchronized (places) {
            return !beginning.isEmpty() && isUpTo(beginning);
        }
    }

    /** @return false if it did not get there in time */
    boolean awaitUpTo(Map<TopicPartition, Long> ends, Duration patience) throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        synchronized (places) {
            while (!isUpTo(ends)) {
                long left = Duration.between(Instant.now(), deadline).toMillis();
                if (left <= 0 || closed) {
                    return false;
                }
                places.wait(left);
            }
            return true;
        }
    }

    private boolean isUpTo(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> places.getOrDefault(end.getKey(), -1L) >= end.getValue());
    }

    @Override
    public void close() {
        closed = true;
        log.wakeup();
        synchronized (places) {
            places.notifyAll();
        }
    }
}
