package io.appeals.schema.appeal;

/** What a representative may do for the seller. */
public enum MandateScope {
    READ,
    DRAFT,
    SUBMIT,
    RESPOND,
    ESCALATE,
    WITHDRAW
}
