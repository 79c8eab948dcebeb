package io.appeals.projections.serving;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What went wrong besides degraded appeals, for health and for metrics. */
public final class Troubles {

    /** A thread that failed and was replaced stays in health for so long. */
    static final Duration REMEMBERED = Duration.ofMinutes(5);

    private record Failure(Instant at, String what) {}

    private final Clock clock;
    private final LongAdder strays = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final Map<String, LongAdder> deadLetters = new ConcurrentHashMap<>();
    private volatile @Nullable Failure failure;
    private volatile @Nullable String stopped;

    public Troubles(Clock clock) {
        this.clock = clock;
    }

    /** A record could not be read and belongs to no appeal. */
    public void strayRecord() {
        strays.increment();
    }

    /** A record was put aside, for this reason. */
    public void deadLetter(String reason) {
        deadLetters.computeIfAbsent(reason, _ -> new LongAdder()).increment();
    }

    /** A thread failed; another takes its place. */
    public void threadReplaced(Throwable cause) {
        failures.increment();
        failure = new Failure(clock.instant(), describe(cause));
    }

    /** The projection has stopped for good. */
    public void stopped(String why) {
        stopped = why;
    }

    /** Since the start, by reason. */
    Map<String, Long> deadLetters() {
        return deadLetters.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().sum()));
    }

    /** Since the start. */
    long threadFailures() {
        return failures.sum();
    }

    @Nullable
    String whyStopped() {
        return stopped;
    }

    List<String> all() {
        List<String> all = new ArrayList<>();
        if (stopped != null) {
            all.add(stopped);
        }
        Failure last = failure;
        if (last != null && last.at().plus(REMEMBERED).isAfter(clock.instant())) {
            all.add("a projection thread failed at " + last.at() + " and was replaced: " + last.what());
        }
        if (strays.sum() > 0) {
            all.add(strays.sum()
                    + " records since the start could be attributed to no appeal; they are in the dead letters");
        }
        return all;
    }

    private static String describe(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
