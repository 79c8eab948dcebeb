package io.appeals.api.bench;

import io.appeals.api.bench.CommandMix.Appeal;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** One measurement: so many senders on one route for a time. */
final class ClosedLoop {

    private static final int SIGNIFICANT_DIGITS = 3;

    /** A command whose answer takes longer has met a failure, not load. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Route route;
    private final Supplier<Appeal> appeals;
    private final CountDownLatch sending;
    private final int senders;
    private final Histogram latencies = new ConcurrentHistogram(SIGNIFICANT_DIGITS);
    private final AtomicReference<@Nullable String> refusal = new AtomicReference<>();
    private volatile long end;

    /** @param appeals new ones, for ever */
    ClosedLoop(Route route, int senders, Supplier<Appeal> appeals) {
        this.route = route;
        this.senders = senders;
        this.appeals = appeals;
        this.sending = new CountDownLatch(senders);
    }

    /**
     * Keeps all senders busy for this long.
     *
     * @throws BenchFailure when any command is not accepted, or not answered at all
     */
    Measured run(Duration time) throws IOException, InterruptedException {
        try (Route.Lanes lanes = route.open(senders)) {
            long begun = System.nanoTime();
            end = begun + time.toNanos();
            for (int i = 0; i < senders; i++) {
                lanes.send(new Sender(i, this, lanes, appeals.get()));
            }
            boolean all = sending.await(time.plus(LONGEST_WAIT).toMillis(), TimeUnit.MILLISECONDS);
            double seconds = (System.nanoTime() - begun) / 1e9;
            requireAllAccepted(all);
            return new Measured(latencies.getTotalCount(), seconds, latencies);
        }
    }

    private void requireAllAccepted(boolean allAnswered) {
        String why = refusal.get();
        if (why != null) {
            throw new BenchFailure(where() + ", the first answer that was not 'accepted': " + why);
        }
        if (!allAnswered) {
            throw new BenchFailure(where() + ", " + sending.getCount() + " commands were not answered within "
                    + LONGEST_WAIT.toSeconds() + " s");
        }
    }

    private String where() {
        return route.name() + " at " + senders + " in flight";
    }

    Appeal nextAppeal() {
        return appeals.get();
    }

    void record(long nanos) {
        latencies.recordValue(nanos);
    }

    /** Whether to send another one at this moment; a sender who shall not is done. */
    boolean goesOn(long now) {
        boolean more = now - end < 0 && refusal.get() == null;
        if (!more) {
            sending.countDown();
        }
        return more;
    }

    void refused(Sender sender, String why) {
        refusal.compareAndSet(null, why + " (command " + sender.appeal().commandId(sender.turn()) + ")");
        while (sending.getCount() > 0) {
            sending.countDown();
        }
    }
}
