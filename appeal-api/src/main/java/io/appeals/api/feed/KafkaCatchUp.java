package io.appeals.api.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads some partitions again, from a client's position on. */
final class KafkaCatchUp implements Feed.CatchUp {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<String, byte[]> log;
    private final FeedSources sources;
    private final Semaphore permits;

    /** @param permits one of which is given back at the end */
    KafkaCatchUp(
            Consumer<String, byte[]> log,
            FeedSources sources,
            Semaphore permits,
            Collection<TopicPartition> partitions,
            FeedPosition from) {
        this.log = log;
        this.sources = sources;
        this.permits = permits;
        log.assign(partitions);
        partitions.forEach(partition -> log.seek(partition, from.next(partition)));
    }

    @Override
    public Piece next() {
        List<FeedItem> items = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : log.poll(POLL)) {
            sources.read(record).ifPresent(items::add);
        }
        Map<TopicPartition, Long> positions = new HashMap<>();
        log.assignment().forEach(partition -> positions.put(partition, log.position(partition)));
        return new Piece(items, positions);
    }

    @Override
    public void close() {
        try {
            log.close();
        } finally {
            permits.release();
        }
    }
}
