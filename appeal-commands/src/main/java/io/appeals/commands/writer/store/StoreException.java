package io.appeals.commands.writer.store;

/** The disk under the owner's store does not do its work. The log is not touched by that. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
