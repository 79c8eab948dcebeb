package io.appeals.projections.sla.clock;

/** Where a clock stands. Whether it is breached is another matter: a breached clock runs on until it is met. */
public enum ClockState {
    RUNNING,
    PAUSED,
    MET,
    CANCELLED;

    public boolean isLive() {
        return this == RUNNING || this == PAUSED;
    }
}
