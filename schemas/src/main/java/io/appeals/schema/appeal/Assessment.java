package io.appeals.schema.appeal;

/** What the reviewer holds of a piece of evidence. */
public enum Assessment {
    PENDING,
    ACCEPTED,
    REJECTED
}
