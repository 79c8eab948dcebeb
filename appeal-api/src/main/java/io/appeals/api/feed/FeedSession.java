package io.appeals.api.feed;

import io.appeals.projections.NotReady;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Operators;

/**
 * One client on the stream. It keeps no events of its own: it looks into the ring as fast as the client takes them, and
 * ends for one that takes nothing, or that the ring has left behind. Such a client comes back to where it was.
 */
final class FeedSession implements Subscription, Runnable {

    /** Why a client was sent away. */
    enum Dropped {
        /** It took nothing. */
        STALLED,
        /** What comes next for it is not in the ring any more. */
        OVERTAKEN
    }

    private static final Logger LOG = LoggerFactory.getLogger(FeedSession.class);
    private static final int AT_ONCE = 256;
    private static final int LARGEST_PIECE = 64 * 1024;

    private final Feed feed;
    private final FeedFilter filter;
    private final FeedVisibility visibility;
    private final EventText text;
    private final FeedTiming timing;
    private final FeedPosition position;
    private final Subscriber<? super StreamPiece> client;
    private final Runnable hangUp;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long wanted;
    private boolean cancelled;
    private boolean tooSlow;
    private boolean overtaken;
    private volatile long endOfLife;
    private long lastSent = System.nanoTime();

    /** @param hangUp closes the connection, whatever the client has not taken yet */
    FeedSession(
            Feed feed,
            FeedFilter filter,
            FeedVisibility visibility,
            EventText text,
            FeedTiming timing,
            FeedPosition position,
            Subscriber<? super StreamPiece> client,
            Runnable hangUp) {
        this.feed = feed;
        this.filter = filter;
        this.visibility = visibility;
        this.text = text;
        this.timing = timing;
        this.position = position;
        this.client = client;
        this.hangUp = hangUp;
        this.endOfLife = System.nanoTime() + timing.lifetime().toNanos();
    }

    /** Ends soon; the client comes back, to this node or another. */
    void end() {
        endOfLife = System.nanoTime();
        feed.ring().wake();
    }

    @Override
    public void run() {
        client.onSubscribe(this);
        try {
            boolean goesOn = send(text.opening(timing.retry(), id()));
            while (goesOn) {
                Optional<Long> cursor = feed.ring().join(position);
                goesOn = cursor.isPresent() ? follow(cursor.get()) : catchUp();
            }
        } catch (NotReady | KafkaException e) {
            LOG.info("a client of the stream has to come back: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("a client's stream failed", e);
        }
        leave();
    }

    /** After its end: why the client was dropped; null for one that went by itself, or comes back as it should. */
    @Nullable
    Dropped dropped() {
        return tooSlow ? Dropped.STALLED : overtaken ? Dropped.OVERTAKEN : null;
    }

    /** Of one that takes nothing, the end of the stream would not be taken either. */
    private void leave() {
        lock.lock();
        try {
            if (cancelled) {
                return;
            }
        } finally {
            lock.unlock();
        }
        if (tooSlow) {
            LOG.info("a client of the stream takes nothing and is dropped");
            hangUp.run();
        } else {
            client.onComplete();
        }
    }

    /** @return whether the session goes on, by reading the log again */
    private boolean follow(long from) throws InterruptedException {
        long cursor = from;
        while (endOfLife - System.nanoTime() > 0) {
            Optional<FeedRing.Slice> slice = feed.ring().read(cursor, AT_ONCE);
            overtaken = slice.isEmpty();
            if (overtaken || !tell(slice.orElseThrow().items())) {
                return false;
            }
            cursor = slice.get().next();
            FeedPosition reached = slice.get().reached();
            if (reached != null) {
                position.advance(reached);
                feed.ring().await(cursor, untilHeartbeat());
            }
            if (untilHeartbeat().isZero() && !send(text.heartbeat(id()))) {
                return false;
            }
        }
        return false;
    }

    private boolean catchUp() throws InterruptedException {
        FeedPosition target = feed.ring().start();
        List<TopicPartition> behind = position.behind(target);
        Feed.CatchUp reading = feed.catchUp(behind, position).orElse(null);
        if (reading == null) {
            return false;
        }
        try (reading) {
            while (!position.behind(target).isEmpty()) {
                Feed.CatchUp.Piece piece = reading.next();
                if (endOfLife - System.nanoTime() <= 0 || !tell(piece.items())) {
                    return false;
                }
                piece.positions().forEach(position::advance);
                if (untilHeartbeat().isZero() && !send(text.heartbeat(id()))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean tell(List<FeedItem> items) throws InterruptedException {
        ByteArrayOutputStream piece = new ByteArrayOutputStream();
        for (FeedItem item : items) {
            if (position.isPast(item)) {
                continue;
            }
            boolean theirs = filter.includes(item) && visibility.includes(item);
            position.pass(item);
            if (theirs) {
                text.write(item, id(), piece);
            }
            if (piece.size() >= LARGEST_PIECE) {
                if (!send(piece.toByteArray())) {
                    return false;
                }
                piece.reset();
            }
        }
        return piece.size() == 0 || send(piece.toByteArray());
    }

    /** With which the client comes back to here. */
    private String id() {
        return position.sealed(feed.seal());
    }

    /** @return false for a client that has gone, or that takes nothing for too long */
    private boolean send(byte[] piece) throws InterruptedException {
        if (!awaitDemand()) {
            return false;
        }
        client.onNext(new StreamPiece(piece));
        lastSent = System.nanoTime();
        return true;
    }

    private boolean awaitDemand() throws InterruptedException {
        lock.lock();
        try {
            long left = timing.patience().toNanos();
            while (wanted == 0 && !cancelled && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (cancelled || wanted == 0) {
                tooSlow = !cancelled;
                return false;
            }
            wanted--;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private Duration untilHeartbeat() {
        long left = lastSent + timing.heartbeat().toNanos() - System.nanoTime();
        return left <= 0 ? Duration.ZERO : Duration.ofNanos(left);
    }

    @Override
    public void request(long n) {
        lock.lock();
        try {
            wanted = Operators.addCap(wanted, n);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void cancel() {
        lock.lock();
        try {
            cancelled = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
