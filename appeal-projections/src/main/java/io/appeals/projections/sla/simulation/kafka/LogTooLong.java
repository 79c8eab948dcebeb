package io.appeals.projections.sla.simulation.kafka;

import java.time.Duration;
import java.util.Locale;

/** The log cannot be read within the time that was allowed; the message says how far it was read and how long it would take. */
public final class LogTooLong extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogTooLong(LogProgress progress, Duration spent, Duration allowed) {
        // An expected answer, not a failure: no stack trace.
        super(message(progress, spent, allowed), null, false, false);
    }

    private static String message(LogProgress progress, Duration spent, Duration allowed) {
        String read = String.format(
                Locale.ROOT,
                "of %,d records that are to be read, %,d were read in %d s",
                progress.total(),
                progress.done(),
                spent.toSeconds());
        return progress.done() == 0
                ? read
                : read
                        + String.format(
                                Locale.ROOT,
                                ", so that all of them would take about %,d s; %,d s are allowed",
                                progress.expected(spent).toSeconds(),
                                allowed.toSeconds());
    }
}
