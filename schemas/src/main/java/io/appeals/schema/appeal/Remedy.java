package io.appeals.schema.appeal;

/** What the marketplace must do after a decision for the seller. */
public enum Remedy {
    LISTING_REINSTATED,
    ACCOUNT_REINSTATED,
    REFUND_REVERSED,
    DEFECT_REMOVED,
    FUNDS_RELEASED,
    FEE_CREDITED
}
