package io.appeals.api.demo;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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
    DECISION_PENDING_ACCEPTANCE(4, true),

    /** Only where time runs faster: nobody would watch for three days. */
    SELLER_SILENT(3, false),
    SELLER_SILENT_AND_BACK(3, false);

    private static final Set<Plot> BY_TIME = EnumSet.of(SELLER_SILENT, SELLER_SILENT_AND_BACK);

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

    /** What can be told where time runs as everybody's, or also what needs time. */
    static List<Plot> all(boolean compressed) {
        return Arrays.stream(values())
                .filter(plot -> compressed || !BY_TIME.contains(plot))
                .toList();
    }

    /** More often those that happen more often. */
    static Plot any(List<Plot> plots, Dice dice) {
        int left = dice.between(1, plots.stream().mapToInt(plot -> plot.weight).sum());
        for (Plot plot : plots) {
            left -= plot.weight;
            if (left <= 0) {
                return plot;
            }
        }
        throw new IllegalStateException("the weights add up to less than was drawn");
    }
}
