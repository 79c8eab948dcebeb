package io.appeals.api.alertmanager;

import io.appeals.projections.sla.clock.AlertKind;
import io.appeals.schema.table.SlaAlert;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A warning or breach as Alertmanager is to know it. Alertmanager goes by everybody's time, and so do the moments here.
 *
 * @param alert as it was given
 * @param startsAt when it was given; the same however often it is posted
 * @param certain whether it is known how it stands; one from before this node read along has to be looked at first
 * @param over null while it is open
 */
record OpenAlert(
        SlaAlert alert,
        Instant startsAt,
        boolean certain,
        @Nullable Over over) {

    /**
     * How an alert came to its end.
     *
     * @param why the recovery, or the event that ended the clock
     * @param recoveryId of the recovery, where there was one
     * @param foundAt when we came to know; later where nobody was there
     */
    record Over(Instant at, String why, @Nullable String recoveryId, Instant foundAt) {}

    /** For a recovery from a breach that is not known any more. */
    static OpenAlert recoveredFrom(SlaAlert recovery, Instant at) {
        return new OpenAlert(recovery, at, true, null);
    }

    /** As the clock is named in its topic. */
    String clock() {
        return clockOf(alert);
    }

    static String clockOf(SlaAlert alert) {
        return alert.appealId() + "|" + alert.metric() + "|" + alert.cycle();
    }

    /** Whether it is said of the same thing, perhaps at another time. */
    boolean isSameAs(SlaAlert other) {
        return alert.type().equals(other.type()) && alert.threshold().equals(other.threshold());
    }

    boolean isWarning() {
        return alert.type().equals(AlertKind.WARNING.word());
    }

    boolean isOpen() {
        return over == null;
    }

    boolean isOpenBreach() {
        return isOpen() && !isWarning();
    }

    OpenAlert confirmed() {
        return new OpenAlert(alert, startsAt, true, over);
    }

    /** It cannot end before it began, whatever two machines say. */
    OpenAlert endedBy(Instant at, String why, @Nullable String recoveryId, Instant foundAt) {
        Instant end = at.isBefore(startsAt) ? startsAt : at;
        return new OpenAlert(alert, startsAt, true, new Over(end, why, recoveryId, foundAt));
    }
}
