package io.appeals.api.stream;

import java.io.ByteArrayOutputStream;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;

/**
 * Joins the answers that are ready into one piece, so that a burst of them costs one write to the network, and one answer
 * alone still goes out at once. It takes no more than {@value #HELD} answers ahead of its reader.
 */
final class Gathering extends Flux<byte[]> {

    private static final int HELD = 1024;
    private static final int LARGEST_PIECE = 64 * 1024;

    private final Flux<byte[]> source;
    private final Executor executor;

    Gathering(Flux<byte[]> source, Executor executor) {
        this.source = source;
        this.executor = executor;
    }

    @Override
    public void subscribe(CoreSubscriber<? super byte[]> reader) {
        source.subscribe(new Gatherer(reader, executor));
    }

    private static final class Gatherer implements CoreSubscriber<byte[]>, Subscription {

        private final CoreSubscriber<? super byte[]> reader;
        private final Executor executor;
        private final Queue<byte[]> ready = new ConcurrentLinkedQueue<>();
        private final AtomicLong wanted = new AtomicLong();
        private final AtomicInteger work = new AtomicInteger();
        private volatile boolean ended;
        private volatile boolean cancelled;
        private volatile @Nullable Throwable failure;
        private @Nullable Subscription upstream;

        Gatherer(CoreSubscriber<? super byte[]> reader, Executor executor) {
            this.reader = reader;
            this.executor = executor;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            upstream = subscription;
            reader.onSubscribe(this);
            subscription.request(HELD);
        }

        @Override
        public void onNext(byte[] answer) {
            ready.add(answer);
            schedule();
        }

        @Override
        public void onError(Throwable error) {
            failure = error;
            ended = true;
            schedule();
        }

        @Override
        public void onComplete() {
            ended = true;
            schedule();
        }

        @Override
        public void request(long n) {
            wanted.accumulateAndGet(n, Operators::addCap);
            schedule();
        }

        @Override
        public void cancel() {
            cancelled = true;
            Objects.requireNonNull(upstream).cancel();
        }

        private void schedule() {
            if (work.getAndIncrement() == 0) {
                executor.execute(this::drain);
            }
        }

        private void drain() {
            int seen = work.get();
            do {
                deliver();
                seen = work.addAndGet(-seen);
            } while (seen != 0);
        }

        private void deliver() {
            while (!cancelled && wanted.get() > 0 && !ready.isEmpty()) {
                wanted.decrementAndGet();
                reader.onNext(piece());
            }
            if (!cancelled && ended && ready.isEmpty()) {
                cancelled = true;
                end();
            }
        }

        private byte[] piece() {
            ByteArrayOutputStream piece = new ByteArrayOutputStream(4096);
            int count = 0;
            while (piece.size() < LARGEST_PIECE) {
                byte[] answer = ready.poll();
                if (answer == null) {
                    break;
                }
                piece.writeBytes(answer);
                count++;
            }
            Objects.requireNonNull(upstream).request(count);
            return piece.toByteArray();
        }

        private void end() {
            Throwable error = failure;
            if (error == null) {
                reader.onComplete();
            } else {
                reader.onError(Exceptions.unwrap(error));
            }
        }
    }
}
