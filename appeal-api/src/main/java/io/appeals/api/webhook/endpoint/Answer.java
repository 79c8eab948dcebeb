package io.appeals.api.webhook.endpoint;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one attempt to deliver a webhook. */
public sealed interface Answer {

    /** The receiver has it: any 2xx. */
    record Received(int status) implements Answer {}

    /** The receiver wants nothing more from us: 410. */
    record Gone() implements Answer {}

    /**
     * The receiver answered something else; redirections count as such and are not followed.
     *
     * @param retryAfter how long it asked us to wait, if it did
     */
    record Refused(int status, @Nullable Duration retryAfter) implements Answer {}

    /** No answer came: the name is unknown, nobody listens, it took too long, or the address is not allowed. */
    record Unreachable(String why) implements Answer {}

    int GONE = 410;

    /** @param retryAfter as the header said it, already understood */
    static Answer of(int status, @Nullable Duration retryAfter) {
        if (status >= 200 && status < 300) {
            return new Received(status);
        }
        return status == GONE ? new Gone() : new Refused(status, retryAfter);
    }

    /** The HTTP status, where there was one. */
    default @Nullable Integer httpStatus() {
        return switch (this) {
            case Received received -> received.status();
            case Gone _ -> GONE;
            case Refused refused -> refused.status();
            case Unreachable _ -> null;
        };
    }

    /** What went wrong, for a person; null where nothing did. */
    default @Nullable String problem() {
        return switch (this) {
            case Received _ -> null;
            case Gone _ -> "410: the receiver wants no more webhooks";
            case Refused refused ->
                refused.status() >= 300 && refused.status() < 400
                        ? refused.status() + ": redirections are not followed; subscribe with the final address"
                        : "answered " + refused.status();
            case Unreachable unreachable -> unreachable.why();
        };
    }
}
