package io.appeals.projections.sla.serving;

/**
 * How much is looked at for one page of a listing by clocks.
 *
 * @param examined appeals that are looked at in the order that is asked for; a page that has not found enough by then is short
 * @param gathered appeals that are put in order for one page, where that takes less than going through everybody's deadlines
 */
public record DeadlineBounds(int examined, int gathered) {

    /** Either way a page takes some tenth of a second at most. */
    public static final DeadlineBounds USUAL = new DeadlineBounds(20_000, 2_000);
}
