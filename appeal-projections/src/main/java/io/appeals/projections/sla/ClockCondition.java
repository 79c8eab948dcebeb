package io.appeals.projections.sla;

/** How some clock of an appeal stands, as a listing can ask for it. */
public enum ClockCondition {
    /** It runs. */
    RUNNING,
    /** It stands still, because the appeal waits for somebody else. */
    PAUSED,
    /** It has not ended and has passed a warning, with time left. */
    AT_RISK,
    /** It has not ended, and its time is used up. */
    BREACHED,
    /** What it measured has happened, in time or not. */
    MET,
    /** What it measured will not happen any more. */
    CANCELLED;

    /** Whether only a clock that has ended can stand so. */
    public boolean isOfEnded() {
        return this == MET || this == CANCELLED;
    }
}
