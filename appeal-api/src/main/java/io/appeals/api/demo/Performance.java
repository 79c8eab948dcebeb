package io.appeals.api.demo;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** A run of the demo: many appeals at once, each going on while the others do. */
final class Performance {

    /** Appeals under way for each command a second, so that a single appeal moves on every two seconds. */
    private static final int AT_ONCE_PER_RATE = 2;

    private static final int MOST_AT_ONCE = 1_000;

    private final Playwright playwright;
    private final Player player;
    private final int atOnce;
    private final int appeals;
    private final AtomicInteger next = new AtomicInteger();
    private final Clock clock = Clock.systemUTC();

    /**
     * @param rate commands a second
     * @param appeals how many to begin before it ends
     */
    Performance(Playwright playwright, ApiClient api, Tally tally, double rate, int appeals) {
        this.playwright = playwright;
        this.player = new Player(api, new Pace(rate), tally);
        this.atOnce = (int) Math.clamp(rate * AT_ONCE_PER_RATE, 1, MOST_AT_ONCE);
        this.appeals = appeals;
    }

    /** Returns when all appeals are played. */
    void run() throws InterruptedException {
        try (ExecutorService stages = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> plays = Collections.nCopies(Math.min(atOnce, appeals), this::playOneAfterTheOther);
            for (Future<Void> played : stages.invokeAll(plays)) {
                played.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the demo cannot go on", e.getCause());
        }
    }

    private Void playOneAfterTheOther() throws InterruptedException {
        for (int number = next.getAndIncrement(); number < appeals; number = next.getAndIncrement()) {
            player.play(playwright.scenario(number, clock.instant()));
        }
        return null;
    }
}
