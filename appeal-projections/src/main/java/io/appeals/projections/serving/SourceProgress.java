package io.appeals.projections.serving;

import java.util.OptionalLong;

/**
 * How far one source partition is read, against its end as it was when its task began to work. Written by the thread that runs the task, apart from the end, which comes from the broker; read by anyone.
 */
public final class SourceProgress {

    private static final long UNKNOWN = -1;

    private volatile long first = UNKNOWN;
    private volatile long end = UNKNOWN;
    private volatile long position = UNKNOWN;
    private volatile long processed = UNKNOWN;
    private volatile boolean caughtUp;
    private boolean endRequested;
    private volatile long delivered = UNKNOWN;

    /** Whether somebody should ask the broker for the partition's end; true once, until {@link #endUnknown()}. */
    public synchronized boolean shouldRequestEnd() {
        boolean should = !endRequested;
        endRequested = true;
        return should;
    }

    /** The end could not be learnt; it must be asked for again. */
    public synchronized void endUnknown() {
        endRequested = false;
    }

    /** @param offset the partition's last stable offset: everything committed is before it */
    public void endsAt(long offset) {
        end = offset;
    }

    /** A record was handed to the task. */
    public void delivered(long offset) {
        delivered = offset;
    }

    /** A record was folded, or put aside with its reason. */
    public void processed(long offset) {
        processed = offset;
    }

    /**
     * The consumer stands here: all records before it were delivered. The position also passes the markers of transactions, which no processor ever sees.
     */
    public void positionedAt(long offset) {
        if (first == UNKNOWN) {
            first = offset;
        }
        position = offset;
        if (end != UNKNOWN && position >= end && processed >= delivered) {
            caughtUp = true;
        }
    }

    /** Stays true once it is: being a few events behind a log that grows is no reason to fall silent. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    /**
     * How many offsets before that end are not folded yet; empty until it is known from where the task reads.
     *
     * @param now where the partition ends at this moment
     */
    public OptionalLong behind(long now) {
        long read = processed == UNKNOWN || processed >= delivered ? position : processed + 1;
        return position == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(Math.max(0, now - read));
    }

    /** How many offsets there were to read. */
    public long total() {
        return end == UNKNOWN || first == UNKNOWN ? 0 : Math.max(0, end - first);
    }

    /** How many of them are read. */
    public long done() {
        return total() == 0 ? 0 : Math.clamp(Math.max(position, processed + 1) - first, 0, total());
    }
}
