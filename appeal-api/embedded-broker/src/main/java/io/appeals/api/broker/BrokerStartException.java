package io.appeals.api.broker;

import org.jspecify.annotations.Nullable;

/** The broker could not start; the message is one line that says why and what to do, fit to be shown as it is. */
public final class BrokerStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokerStartException(String message) {
        super(message);
    }

    BrokerStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
