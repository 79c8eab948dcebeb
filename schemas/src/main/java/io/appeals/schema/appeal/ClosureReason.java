package io.appeals.schema.appeal;

/** Why an appeal is closed. */
public enum ClosureReason {
    FINAL_DECISION,
    ACCEPTED,
    WITHDRAWN,
    LAPSED,
    INADMISSIBLE,
    EXTERNAL_OUTCOME
}
