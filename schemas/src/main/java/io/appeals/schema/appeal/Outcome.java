package io.appeals.schema.appeal;

/** How a decision ended for the seller: UPHELD keeps the enforcement (the seller loses), OVERTURNED lifts it. */
public enum Outcome {
    UPHELD,
    OVERTURNED,
    PARTIALLY_OVERTURNED,
    SETTLED
}
