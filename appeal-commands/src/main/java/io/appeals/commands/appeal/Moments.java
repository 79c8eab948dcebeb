package io.appeals.commands.appeal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Moments in whole milliseconds, as the log keeps them: what was decided is exactly what is read back. */
final class Moments {

    private Moments() {}

    static Instant inLog(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS);
    }

    static Instant inLog(@Nullable Instant given, Instant otherwise) {
        return given == null ? otherwise : inLog(given);
    }
}
