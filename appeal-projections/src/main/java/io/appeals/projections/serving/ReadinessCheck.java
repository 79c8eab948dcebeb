package io.appeals.projections.serving;

import io.appeals.projections.NotReady;
import io.appeals.projections.ProjectionStatus;
import io.appeals.projections.Readiness;
import io.appeals.projections.store.StoreSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Tells whether everything can be answered, and if not, how far it is. */
public final class ReadinessCheck {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(30);

    private final LocalPartitions partitions;
    private final RestoreProgress restoring;
    private final Troubles troubles;

    public ReadinessCheck(LocalPartitions partitions, RestoreProgress restoring, Troubles troubles) {
        this.partitions = partitions;
        this.restoring = restoring;
        this.troubles = troubles;
    }

    public Readiness readiness() {
        List<String> problems = troubles.all();
        boolean ready = troubles.whyStopped() == null && partitions.areAllCaughtUp();
        return new Readiness(
                ready, ready ? "ready" : progress(), ready ? Duration.ZERO : retryAfter(), degradedAppeals(), problems);
    }

    /**
     * How it stands on this node.
     *
     * @param lag offsets of the sources that are not folded yet, if that is known
     */
    public ProjectionStatus status(OptionalLong lag) {
        List<LocalPartition> open = partitions.open().toList();
        long caughtUp = open.stream().filter(LocalPartition::isCaughtUp).count();
        return new ProjectionStatus(
                partitions.count(),
                open.size(),
                (int) caughtUp,
                lag,
                degradedAppeals(),
                troubles.threadFailures(),
                troubles.deadLetters());
    }

    /** To be thrown where a question cannot be answered yet. */
    public NotReady notReady() {
        return new NotReady(progress(), retryAfter());
    }

    private Duration retryAfter() {
        return troubles.whyStopped() == null ? SOON : LATER;
    }

    private String progress() {
        String stopped = troubles.whyStopped();
        if (stopped != null) {
            return stopped;
        }
        List<LocalPartition> open = partitions.open().toList();
        if (open.size() < partitions.count()) {
            OptionalInt percent = restoring.percent();
            return percent.isPresent() && percent.getAsInt() < 100
                    ? "restored " + percent.getAsInt() + " %"
                    : "opened " + open.size() + " of " + partitions.count() + " partitions";
        }
        long total = open.stream().mapToLong(LocalPartition::total).sum();
        long done = open.stream().mapToLong(LocalPartition::done).sum();
        return String.format(Locale.ROOT, "caught up %,d of %,d events", done, total);
    }

    private long degradedAppeals() {
        return partitions.open().mapToLong(ReadinessCheck::degradedIn).sum();
    }

    private static long degradedIn(LocalPartition partition) {
        Optional<StoreSnapshot> snapshot = partition.snapshot();
        if (snapshot.isEmpty()) {
            return 0;
        }
        try (StoreSnapshot rows = snapshot.get()) {
            return new StoredAppeals(rows).degradedCount();
        }
    }
}
