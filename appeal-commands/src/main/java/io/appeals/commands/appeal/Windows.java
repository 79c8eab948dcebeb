package io.appeals.commands.appeal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The windows of time that are open, each up to but not including its end.
 *
 * @param endsAt the end of the window that belongs to the present status
 * @param reopenUntil set by the first withdrawal or lapse; a seller's reopening does not start it anew, so that no case
 *     can be kept alive for ever by withdrawing and reopening it
 */
public record Windows(@Nullable Instant endsAt, @Nullable Instant reopenUntil) {

    static final Windows NONE = new Windows(null, null);

    Windows endingAt(@Nullable Instant end) {
        return new Windows(end, reopenUntil);
    }

    Windows reopenableUntil(Instant end) {
        return new Windows(end, end);
    }

    Windows withFreshReopening() {
        return new Windows(endsAt, null);
    }
}
