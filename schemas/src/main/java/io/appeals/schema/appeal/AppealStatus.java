package io.appeals.schema.appeal;

/** Where an appeal stands between the enforcement and its closing. */
public enum AppealStatus {
    APPEALABLE,
    DRAFT,
    SUBMITTED,
    UNDER_REVIEW,
    AWAITING_SELLER,
    AWAITING_THIRD_PARTY,
    DECIDED,
    EXTERNAL_REVIEW,
    CLOSED
}
