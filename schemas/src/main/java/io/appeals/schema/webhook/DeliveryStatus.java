package io.appeals.schema.webhook;

/** How a delivery stands after an attempt. */
public enum DeliveryStatus {
    /** It is tried again at a known time, or waits for an earlier one about the same appeal. */
    WAITING,
    DELIVERED,
    /** It is not tried again by itself. */
    GIVEN_UP
}
