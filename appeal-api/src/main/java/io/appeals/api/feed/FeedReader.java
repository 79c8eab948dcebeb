package io.appeals.api.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what is new in the log, once for all who listen on this node, and as long as anybody does. */
final class FeedReader implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedReader.class);
    private static final Duration POLL = Duration.ofMillis(500);

    /** So long after the last client it stops to read; who comes later begins at the end of the log, or reads it again. */
    private static final Duration QUIET = Duration.ofMinutes(5);

    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

    private final Consumer<String, byte[]> log;
    private final FeedSources sources;
    private final FeedRing ring;
    private final FeedSessions sessions;
    private volatile boolean closed;
    private volatile long lastListened;
    private volatile @Nullable Thread thread;

    /** @param log reads what is committed */
    FeedReader(Consumer<String, byte[]> log, FeedSources sources, FeedRing ring, FeedSessions sessions) {
        this.log = log;
        this.sources = sources;
        this.ring = ring;
        this.sessions = sessions;
        this.lastListened = System.nanoTime() - QUIET.toNanos();
    }

    /** Somebody is about to listen. */
    void awake() {
        lastListened = System.nanoTime();
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        try (log) {
            while (!closed) {
                turn();
            }
        } catch (WakeupException e) {
            LOG.debug("closing");
        }
    }

    private boolean isWanted() {
        if (!sessions.isEmpty()) {
            lastListened = System.nanoTime();
        }
        return System.nanoTime() - lastListened < QUIET.toNanos();
    }

    private void rest() {
        if (!log.assignment().isEmpty()) {
            log.unsubscribe();
            ring.stop();
        }
        LockSupport.parkNanos(POLL.toNanos());
    }

    private void begin() {
        List<TopicPartition> partitions = sources.topics().stream()
                .flatMap(topic -> log.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        Map<TopicPartition, Long> ends = log.endOffsets(partitions);
        log.assign(partitions);
        ends.forEach(log::seek);
        ring.begin(ends);
    }

    private void turn() {
        try {
            if (!isWanted()) {
                rest();
            } else if (log.assignment().isEmpty()) {
                begin();
            } else {
                follow();
            }
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.warn("the stream is told nothing new at the moment: {}", e.getMessage());
            pause();
        }
    }

    private void follow() {
        List<FeedItem> items = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : log.poll(POLL)) {
            sources.read(record).ifPresent(items::add);
        }
        Map<TopicPartition, Long> positions = new HashMap<>();
        log.assignment().forEach(partition -> positions.put(partition, log.position(partition)));
        ring.add(items, positions);
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_TROUBLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        log.wakeup();
    }
}
