package io.appeals.commands.writer;

import java.time.Duration;

/** Hears what a partition owner does, for metrics. Called on the owner's threads: must be quick and must not throw. */
public interface WriterObserver {

    /** Hears nothing. */
    WriterObserver NONE = new WriterObserver() {};

    /**
     * A transaction was committed.
     *
     * @param commitTime from its first record to the broker's answer
     */
    default void committed(CommittedBatch batch, Duration commitTime) {}

    /** A caller's command was turned away, since more were waiting than can be decided soon. */
    default void turnedAway() {}

    /** A transaction failed; its commands were answered 'unavailable' or are decided again. */
    default void failed() {}

    /**
     * A partition's states are at the end of the log again.
     *
     * @param events that were read from the log
     */
    default void recovered(int partition, long events, Duration time) {}
}
