package io.appeals.api.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The latest that this node has read of the log, for all who listen: one reads, many look. It holds a bounded number of
 * events; whoever is further behind has to read the log itself.
 */
final class FeedRing {

    /**
     * Some of it.
     *
     * @param next where to go on
     * @param reached how far the node had read, if this was all; null if there is more
     */
    record Slice(List<FeedItem> items, long next, @Nullable FeedPosition reached) {}

    /** Where somebody begins to listen. */
    record Place(long cursor, FeedPosition position) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final @Nullable FeedItem[] items;
    private long oldest;
    private long end;
    private @Nullable FeedPosition start;
    private @Nullable FeedPosition reached;

    FeedRing(int capacity) {
        this.items = new FeedItem[capacity];
    }

    /** The node begins to read there. */
    void begin(Map<TopicPartition, Long> ends) {
        lock.lock();
        try {
            oldest = end;
            start = FeedPosition.of(ends);
            reached = start.copy();
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The node reads no more, since nobody listens. */
    void stop() {
        lock.lock();
        try {
            start = null;
            reached = null;
            oldest = end;
            Arrays.fill(items, null);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the node reads, but not longer than that. */
    void awaitBeginning(Duration most) throws InterruptedException {
        lock.lock();
        try {
            long left = most.toNanos();
            while (reached == null && left > 0) {
                left = grown.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The node has read more. */
    void add(List<FeedItem> more, Map<TopicPartition, Long> positions) {
        lock.lock();
        try {
            for (FeedItem item : more) {
                if (end - oldest == items.length && start != null) {
                    start.pass(at(oldest));
                    oldest++;
                }
                items[slot(end)] = item;
                end++;
            }
            if (reached != null) {
                reached.advance(FeedPosition.of(positions));
            }
            if (!more.isEmpty()) {
                grown.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Where the node is; empty until it has begun. */
    Optional<Place> atEnd() {
        lock.lock();
        try {
            return Optional.ofNullable(reached).map(position -> new Place(end, position.copy()));
        } finally {
            lock.unlock();
        }
    }

    /** How far one has to have got to go on here. */
    FeedPosition start() {
        lock.lock();
        try {
            return start == null ? FeedPosition.of(Map.of()) : start.copy();
        } finally {
            lock.unlock();
        }
    }

    /** From where on to look for what comes after the position; empty for one that is too far behind. */
    Optional<Long> join(FeedPosition position) {
        lock.lock();
        try {
            return start != null && position.isAtLeast(start) ? Optional.of(oldest) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Empty for whoever was so slow that what comes next is not here any more. */
    Optional<Slice> read(long cursor, int most) {
        lock.lock();
        try {
            if (cursor < oldest) {
                return Optional.empty();
            }
            List<FeedItem> slice = new ArrayList<>();
            long next = Math.min(end, cursor + most);
            for (long i = cursor; i < next; i++) {
                slice.add(at(i));
            }
            return Optional.of(new Slice(slice, next, next == end && reached != null ? reached.copy() : null));
        } finally {
            lock.unlock();
        }
    }

    private FeedItem at(long index) {
        return Objects.requireNonNull(items[slot(index)]);
    }

    private int slot(long index) {
        return (int) (index % items.length);
    }

    /** Waits until there may be something at the cursor, but not longer than that. */
    @SuppressWarnings("WaitNotInLoop") // Whoever waits looks again anyway.
    void await(long cursor, Duration most) throws InterruptedException {
        lock.lock();
        try {
            if (cursor >= end) {
                grown.awaitNanos(most.toNanos());
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whoever waits looks up. */
    void wake() {
        lock.lock();
        try {
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** @return false if the node has not read that far in time */
    boolean awaitReached(FeedPosition position, Duration most) throws InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        while (!atEnd().map(place -> place.position().isAtLeast(position)).orElse(false)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return true;
    }
}
