package io.appeals.api.demo;

import java.time.Duration;
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

    /** What a story comes to where people take their time. */
    private static final Duration STORY = Duration.ofDays(9);

    private static final int COMMANDS = 18;

    /** What is left of the rate for those who all want something in the same second. */
    private static final double SHARE = 0.7;

    private final Playwright playwright;
    private final Player player;
    private final int atOnce;
    private final int appeals;
    private final AtomicInteger next = new AtomicInteger();

    /**
     * @param rate commands a second
     * @param appeals how many to begin before it ends
     */
    Performance(Playwright playwright, ApiClient api, PlayTime time, Tally tally, double rate, int appeals) {
        this.playwright = playwright;
        this.player = new Player(api, time, new Pace(rate), tally);
        this.atOnce = (int) Math.clamp(rate * perRate(time), 1, MOST_AT_ONCE);
        this.appeals = appeals;
    }

    /** Appeals under way for each command a second. */
    private static double perRate(PlayTime time) {
        return time.isCompressed() ? SHARE * time.watched(STORY).toMillis() / 1_000 / COMMANDS : AT_ONCE_PER_RATE;
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
            player.play(playwright.scenario(number));
        }
        return null;
    }
}
