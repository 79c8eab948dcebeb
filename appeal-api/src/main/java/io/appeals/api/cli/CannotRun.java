package io.appeals.api.cli;

/** A command could not do what it was asked; the message is one line that says why and what to do. */
public final class CannotRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotRun(String message) {
        super(message);
    }
}
