package io.appeals.schema.appeal;

/** Who in the case may read a message: ALL, or only the MARKETPLACE side. */
public enum MessageVisibility {
    ALL,
    MARKETPLACE
}
