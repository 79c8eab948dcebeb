package io.appeals.commands.verify;

/** The log breaks a promise. The message names the appeal, the place and what was expected there. */
public final class BrokenLogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String appealId;

    /** @param what stands at that place and should not */
    public BrokenLogException(String appealId, int partition, long offset, String what) {
        super("appeal " + appealId + " is broken at offset " + offset + " of partition " + partition + ": " + what);
        this.appealId = appealId;
    }

    public String appealId() {
        return appealId;
    }
}
