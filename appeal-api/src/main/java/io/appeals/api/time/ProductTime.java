package io.appeals.api.time;

import io.appeals.api.time.KeptTime.Mark;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What time it is in the product: for commands, events, windows and SLA clocks. It is the machine's, unless a trial lets
 * it run faster. It never goes back, also over a restart on the same data; while no node runs it goes on as everybody's.
 *
 * <p>What has to do with the machine or with others (time limits, tokens, retries, the times of Kafka records) goes by the
 * machine's clock.
 */
public final class ProductTime implements InstantSource, AutoCloseable {

    /** A day a second. */
    public static final int FASTEST = 86_400;

    private static final Logger LOG = LoggerFactory.getLogger(ProductTime.class);
    private static final String FILE_NAME = "product-time";
    private static final Duration KEPT_EVERY = Duration.ofSeconds(1);

    /** Nothing is told that is not on disk before: after a kill -9 time goes on from there. */
    private static final Duration KEPT_AHEAD = Duration.ofSeconds(5);

    private final InstantSource machine;
    private final TimeLine line;
    private final @Nullable KeptTime kept;
    private final ScheduledExecutorService keeper;
    private volatile Instant latest = Instant.MAX;
    private boolean troubled;

    private ProductTime(InstantSource machine, TimeLine line, @Nullable KeptTime kept) {
        this.machine = machine;
        this.line = line;
        this.kept = kept;
        this.keeper = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("product-time").factory());
    }

    /** The machine's time. */
    public static ProductTime ofTheMachine() {
        return new ProductTime(InstantSource.system(), new TimeLine(Instant.EPOCH, Instant.EPOCH, 1), null);
    }

    /**
     * The time of the data in this folder, which may be ahead of the machine's, so many times as fast from now on.
     *
     * @param factor from 1 to {@value #FASTEST}
     * @throws IOException if it cannot be read how far it has come, or not be kept
     */
    public static ProductTime keptIn(Path folder, int factor) throws IOException {
        ProductTime time = keptIn(folder, factor, steady());
        if (!time.isOfTheMachine()) {
            long every = KEPT_EVERY.toMillis();
            time.keeper.scheduleAtFixedRate(time::keepOn, every, every, TimeUnit.MILLISECONDS);
        }
        return time;
    }

    /** The machine's clock as it is now, and on from there whatever is corrected about it: a second back would be hours. */
    private static InstantSource steady() {
        Instant begun = Instant.now();
        long nanos = System.nanoTime();
        return () -> begun.plusNanos(System.nanoTime() - nanos);
    }

    static ProductTime keptIn(Path folder, int factor, InstantSource machine) throws IOException {
        KeptTime kept = new KeptTime(folder.resolve(FILE_NAME));
        Optional<Mark> mark = kept.read();
        if (mark.isEmpty() && factor == 1) {
            return ofTheMachine();
        }
        Instant now = machine.instant();
        TimeLine line = new TimeLine(now, mark.map(it -> goneOn(it, now)).orElse(now), factor);
        ProductTime time = new ProductTime(machine, line, kept);
        time.keep(KEPT_AHEAD);
        return time;
    }

    /** Since the mark time went on as the machine's. A mark that the machine has not come to yet may have been told. */
    private static Instant goneOn(Mark mark, Instant now) {
        Duration since = Duration.between(mark.machine(), now);
        return since.isNegative() ? mark.product() : mark.product().plus(since);
    }

    /** To be called more often than {@link #KEPT_AHEAD} lasts, or time stands still. */
    private void keepOn() {
        try {
            keep(KEPT_AHEAD);
            troubled = false;
        } catch (IOException e) {
            if (!troubled) {
                LOG.error("the product's time stands still at {}, since it cannot be kept: {}", latest, e.toString());
            }
            troubled = true;
        }
    }

    private void keep(Duration ahead) throws IOException {
        if (kept == null) {
            return;
        }
        Instant upTo = machine.instant().plus(ahead);
        Mark mark = new Mark(upTo, line.productAt(upTo));
        kept.write(mark);
        latest = mark.product();
    }

    @Override
    public Instant instant() {
        Instant now = line.productAt(machine.instant());
        return now.isAfter(latest) ? latest : now;
    }

    /** When it is that time in the product, by the machine's clock, if nobody stops it meanwhile. */
    public Instant onTheMachine(Instant productTime) {
        return line.machineAt(productTime);
    }

    /** How many times as fast as the machine's. */
    public int factor() {
        return line.factor();
    }

    /** False for a trial's, which is faster, or ahead because it once was. */
    public boolean isOfTheMachine() {
        return kept == null;
    }

    /** Time stands still from now on, so that whoever goes on with the data goes on from here. */
    @Override
    public void close() {
        keeper.close();
        try {
            keep(Duration.ZERO);
        } catch (IOException e) {
            LOG.warn("the product's time could not be kept to the second: {}", e.toString());
        }
    }
}
