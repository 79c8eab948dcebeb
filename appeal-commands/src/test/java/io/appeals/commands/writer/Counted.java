package io.appeals.commands.writer;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;

/** Counts what an owner tells of itself. */
final class Counted implements WriterObserver {

    private final List<CommittedBatch> batches = new CopyOnWriteArrayList<>();
    private final AtomicInteger turnedAway = new AtomicInteger();

    @Override
    public void committed(CommittedBatch batch, Duration commitTime) {
        batches.add(batch);
    }

    @Override
    public void turnedAway() {
        turnedAway.incrementAndGet();
    }

    int turnedAwayCommands() {
        return turnedAway.get();
    }

    int sum(ToIntFunction<CommittedBatch> figure) {
        return batches.stream().mapToInt(figure).sum();
    }

    void clear() {
        batches.clear();
    }
}
