package io.appeals.api.demo;

import java.util.Arrays;

/** How a case goes, roughly; chance fills in the rest. */
enum Plot {
    DECISION_ACCEPTED(38, false),
    ESCALATED_ONCE(14, false),
    ESCALATED_TO_PANEL(8, false),
    DECIDED_OUTSIDE(5, false),
    INADMISSIBLE(5, false),
    WITHDRAWN(5, false),
    WITHDRAWN_AND_REOPENED(4, false),
    NEVER_APPEALED(7, true),
    DRAFT_ABANDONED(3, true),
    WAITING_FOR_A_REVIEWER(4, true),
    WAITING_FOR_THE_SELLER(3, true),
    DECISION_PENDING_ACCEPTANCE(4, true);

    private final int weight;
    private final boolean leftOpen;

    Plot(int weight, boolean leftOpen) {
        this.weight = weight;
        this.leftOpen = leftOpen;
    }

    /** True when nobody closes the appeal in this run, so that there is always something to look at. */
    boolean leftOpen() {
        return leftOpen;
    }

    /** More often those that happen more often. */
    static Plot any(Dice dice) {
        int left = dice.between(
                1, Arrays.stream(values()).mapToInt(plot -> plot.weight).sum());
        for (Plot plot : values()) {
            left -= plot.weight;
            if (left <= 0) {
                return plot;
            }
        }
        throw new IllegalStateException("the weights add up to less than was drawn");
    }
}
