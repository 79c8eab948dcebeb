package io.appeals.schema.wire;

import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;

/**
 * Times as RFC 3339 texts with milliseconds, in UTC. Most of those that are written together fall into the same second,
 * so the part up to the second is kept: formatting it anew for each record was a twentieth of the owner's work.
 */
final class TimeText {

    private record Second(long epochSecond, String text) {}

    private static volatile Second latest = second(Instant.EPOCH);

    private TimeText() {}

    /** For instance {@code 2026-11-23T04:31:45.007Z}. */
    static String of(Instant time) {
        Second second = latest;
        if (second.epochSecond() != time.getEpochSecond()) {
            second = second(time);
            latest = second;
        }
        int millis = time.get(ChronoField.MILLI_OF_SECOND);
        return second.text()
                + '.'
                + (char) ('0' + millis / 100)
                + (char) ('0' + millis / 10 % 10)
                + (char) ('0' + millis % 10)
                + 'Z';
    }

    private static Second second(Instant time) {
        String text = time.truncatedTo(ChronoUnit.SECONDS).toString();
        return new Second(time.getEpochSecond(), text.substring(0, text.length() - 1));
    }
}
