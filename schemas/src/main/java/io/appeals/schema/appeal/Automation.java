package io.appeals.schema.appeal;

/** How far a decision was made by a machine. */
public enum Automation {
    NONE,
    ASSISTED,
    FULL
}
