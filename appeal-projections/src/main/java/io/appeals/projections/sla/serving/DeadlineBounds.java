package io.appeals.projections.sla.serving;

/**
 * How much is looked at for one page of a listing by clocks.
 *
 * @param examined appeals that are looked at in the order that is asked for; a page that has not found enough by then is short
 * @param gathered appeals that are put in order for one page, where that takes less than going through everybody's deadlines
 */
public record DeadlineBounds(int examined, int gathered) {

    /** Either way a page takes some tenths of a second at most. */
    public static final DeadlineBounds USUAL = new DeadlineBounds(10_000, 2_000);

    /** To look at what a listing knows of an appeal takes a tenth of what it takes to look at its clocks. */
    private static final int LOOKED_AT_FOR_ONE = 10;

    /** How many appeals are looked at to find those that are gathered. */
    int lookedAtForGathering() {
        return LOOKED_AT_FOR_ONE * gathered;
    }
}
