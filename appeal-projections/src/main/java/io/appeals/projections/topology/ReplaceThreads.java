package io.appeals.projections.topology;

import io.appeals.projections.serving.Troubles;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a new thread in the place of one that failed, and says so in health. The new one begins at the last commit. */
public final class ReplaceThreads implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ReplaceThreads.class);

    /** What fails at once fails again at once: without a pause, replacing would take a whole processor. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Troubles troubles;

    public ReplaceThreads(Troubles troubles) {
        this.troubles = troubles;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        troubles.threadReplaced(failure);
        LOG.error("a projection thread failed and is replaced", failure);
        LockSupport.parkNanos(PAUSE.toNanos());
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
