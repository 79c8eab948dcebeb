package io.appeals.projections.serving;

import io.appeals.projections.store.ReadableStore;
import io.appeals.projections.store.StoreSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.utils.Bytes;

/** One partition whose task runs on this node: its store is restored, and its sources are being read. */
public final class LocalPartition {

    private final int number;
    private final ReadableStore store;
    private final List<String> topics;
    private final Map<String, SourceProgress> sources = new ConcurrentHashMap<>();
    private final VersionWaits waits = new VersionWaits();

    LocalPartition(int number, ReadableStore store, List<String> topics) {
        this.number = number;
        this.store = store;
        this.topics = List.copyOf(topics);
        topics.forEach(topic -> sources.put(topic, new SourceProgress()));
    }

    public int number() {
        return number;
    }

    /** @param topic one of the sources' */
    public Optional<SourceProgress> source(String topic) {
        return Optional.ofNullable(sources.get(topic));
    }

    public List<String> topics() {
        return topics;
    }

    /** Wakes those who wait for this appeal; to be called once the change can be read. */
    public void changed(String appealId) {
        waits.changed(appealId);
    }

    /** The keys of outcomes that were decided before that moment, oldest first. */
    public List<Bytes> expiredOutcomes(Instant before, int limit) {
        Optional<StoreSnapshot> snapshot = snapshot();
        if (snapshot.isEmpty()) {
            return List.of();
        }
        try (StoreSnapshot rows = snapshot.get()) {
            return new StoredAppeals(rows).expiredOutcomes(before, limit);
        }
    }

    /** Whether all of the sources was read that was there when the task began. */
    public boolean isCaughtUp() {
        return sources.values().stream().allMatch(SourceProgress::isCaughtUp);
    }

    long total() {
        return sources.values().stream().mapToLong(SourceProgress::total).sum();
    }

    long done() {
        return sources.values().stream().mapToLong(SourceProgress::done).sum();
    }

    /** @see ReadableStore#snapshot() */
    public Optional<StoreSnapshot> snapshot() {
        return store.snapshot();
    }

    VersionWaits waits() {
        return waits;
    }
}
