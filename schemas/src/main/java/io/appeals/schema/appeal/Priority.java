package io.appeals.schema.appeal;

/** How urgently a review is wanted. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
