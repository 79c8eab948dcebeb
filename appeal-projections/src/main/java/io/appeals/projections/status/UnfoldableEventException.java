package io.appeals.projections.status;

/** An event does not continue the history that it follows: versions have a gap, or it speaks of what is not there. */
public final class UnfoldableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what was found and what was expected, for a person */
    public UnfoldableEventException(String message) {
        super(message);
    }
}
