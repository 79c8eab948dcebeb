package io.appeals.schema.appeal;

import java.util.Optional;

/** The level at which an appeal is heard, lowest first. */
public enum Stage {
    FIRST_REVIEW,
    SUPERVISOR_REVIEW,
    PANEL_REVIEW,
    EXTERNAL;

    /** The stage that an escalation leads to; none above PANEL_REVIEW, which only an external body can follow. */
    public Optional<Stage> escalatesTo() {
        return switch (this) {
            case FIRST_REVIEW -> Optional.of(SUPERVISOR_REVIEW);
            case SUPERVISOR_REVIEW -> Optional.of(PANEL_REVIEW);
            case PANEL_REVIEW, EXTERNAL -> Optional.empty();
        };
    }
}
