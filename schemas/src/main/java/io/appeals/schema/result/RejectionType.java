package io.appeals.schema.result;

/** Why a command was refused; the slug of the HTTP problem is the same word in lower case with hyphens. */
public enum RejectionType {
    MALFORMED,
    FORBIDDEN,
    NOT_FOUND,
    INVALID_TRANSITION,
    APPEAL_ALREADY_EXISTS,
    VERSION_MISMATCH,
    RULE_VIOLATED,
    IDEMPOTENCY_KEY_REUSED;

    /** For instance {@code invalid-transition}. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
