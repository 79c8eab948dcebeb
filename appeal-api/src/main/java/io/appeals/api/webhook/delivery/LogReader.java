package io.appeals.api.webhook.delivery;

import io.appeals.api.feed.FeedItem;
import io.appeals.api.feed.FeedSources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads the log again, wherever somebody has not got as far as the others. One reader at a time. */
final class LogReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Consumer<String, byte[]> log;
    private final FeedSources sources;
    private boolean closed;

    /** @param log reads what is committed, a bounded number of records at a time */
    LogReader(Consumer<String, byte[]> log, FeedSources sources) {
        this.log = log;
        this.sources = sources;
    }

    /**
     * A piece of the log.
     *
     * @param upTo the next offset after it
     */
    record Piece(List<FeedItem> items, long upTo) {}

    /** What comes next from there on; nothing, if there is none or it does not come soon. */
    synchronized Piece from(TopicPartition partition, long offset) {
        List<FeedItem> items = new ArrayList<>();
        seek(partition, offset);
        for (ConsumerRecord<String, byte[]> record : log.poll(POLL)) {
            sources.read(record).ifPresent(items::add);
        }
        return new Piece(items, log.position(partition));
    }

    /** Empty where it is not, or no more, or cannot be read: after it was closed, for those who still wait their turn. */
    synchronized Optional<FeedItem> at(FeedItem.Place place) {
        if (closed) {
            return Optional.empty();
        }
        TopicPartition partition = new TopicPartition(place.topic(), place.partition());
        seek(partition, place.offset());
        Instant deadline = Instant.now().plus(PATIENCE);
        while (log.position(partition) <= place.offset() && Instant.now().isBefore(deadline)) {
            for (ConsumerRecord<String, byte[]> record : log.poll(POLL)) {
                if (record.offset() == place.offset()) {
                    return sources.read(record);
                }
            }
        }
        return Optional.empty();
    }

    private void seek(TopicPartition partition, long offset) {
        if (!log.assignment().equals(Set.of(partition))) {
            log.assign(List.of(partition));
        }
        log.seek(partition, offset);
    }

    @Override
    public synchronized void close() {
        closed = true;
        log.close();
    }
}
