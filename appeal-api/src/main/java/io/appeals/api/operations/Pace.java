package io.appeals.api.operations;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes figures again and again on a thread of its own, so that a scrape finds them ready. It rests for twenty times as
 * long as the last look took: however much there is, it costs a twentieth of one core at most.
 */
final class Pace implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pace.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int REST = 20;
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private final Runnable look;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private Pace(String name, Runnable look) {
        this.look = look;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    static Pace start(String name, Runnable look) {
        Pace pace = new Pace(name, look);
        pace.thread.start();
        return pace;
    }

    private void run() {
        try {
            Duration rest = Duration.ZERO;
            while (!closed.await(rest.toMillis(), TimeUnit.MILLISECONDS)) {
                long begun = System.nanoTime();
                look();
                Duration took = Duration.ofNanos(System.nanoTime() - begun).multipliedBy(REST);
                rest = took.compareTo(EVERY) > 0 ? took : EVERY;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            look.run();
        } catch (RuntimeException e) {
            LOG.warn("{} could not be taken, the figures stay as they were: {}", thread.getName(), e.toString());
        }
    }

    /** Returns once it looks no more. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
