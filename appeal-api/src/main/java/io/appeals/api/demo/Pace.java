package io.appeals.api.demo;

import java.time.Duration;

/** Lets through so many a second, one after the other. */
final class Pace {

    private final long between;
    private long next = System.nanoTime();

    /** @param perSecond more than 0 */
    Pace(double perSecond) {
        this.between = (long) (Duration.ofSeconds(1).toNanos() / perSecond);
    }

    /** Waits for one's turn; whoever comes first goes first. */
    void awaitTurn() throws InterruptedException {
        Thread.sleep(Duration.ofNanos(Math.max(0, turn() - System.nanoTime())));
    }

    /** What was not used is lost: after a pause nobody runs to catch up. */
    private synchronized long turn() {
        long turn = Math.max(next, System.nanoTime());
        next = turn + between;
        return turn;
    }
}
