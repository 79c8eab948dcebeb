package io.appeals.api.registry.configured;

/** The configured schema registry does not answer or does not accept; the message is one line that says what to do. */
public final class RegistryRefusal extends RuntimeException {

    RegistryRefusal(String message) {
        super(message);
    }

    RegistryRefusal(String message, Throwable cause) {
        super(message, cause);
    }
}
