package io.appeals.api.cli.verify;

/** An appeal whose events are not what they must be; the message names the appeal and what is wrong with it. */
public final class BrokenAppealException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenAppealException(String appealId, String wrong) {
        super("appeal " + appealId + " is broken: " + wrong);
    }
}
