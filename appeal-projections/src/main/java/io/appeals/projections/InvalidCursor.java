package io.appeals.projections;

/** The cursor is damaged or belongs to another listing; the message says what to do. */
public final class InvalidCursor extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public InvalidCursor(String message) {
        super(message);
    }
}
