package io.appeals.api.bench;

import io.appeals.api.cli.CannotRun;

/** Something went wrong while it was measured, so that there are no figures. */
final class BenchFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BenchFailure(String message) {
        super(message);
    }

    /** For the command line. */
    CannotRun told() {
        return new CannotRun("the bench failed: " + getMessage());
    }
}
