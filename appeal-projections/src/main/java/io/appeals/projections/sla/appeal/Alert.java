package io.appeals.projections.sla.appeal;

import io.appeals.projections.sla.clock.AlertKind;
import io.appeals.projections.sla.clock.DueMoment;
import io.appeals.projections.sla.clock.SlaClock;
import io.appeals.schema.appeal.AppealId;
import java.time.Instant;

/**
 * Something to be said about a clock, once.
 *
 * @param clock as it is when this is said
 * @param threshold that was passed, or from whose passing the clock has recovered
 * @param round of the clock when it was passed
 * @param dueAt the moment that it is about, whenever it is noticed
 */
public record Alert(SlaClock clock, AlertKind kind, String threshold, int round, Instant dueAt) {

    /** That the clock passes a threshold. */
    public static Alert of(SlaClock clock, DueMoment moment) {
        return new Alert(clock, moment.kind(), moment.threshold(), clock.round(), moment.at());
    }

    /** The same wherever and however often it is computed. */
    public String id(String appealId) {
        return AppealId.nameBased(AppealId.NAMESPACE, name(appealId)).toString();
    }

    /** {@code appealId|metric|cycle|kind|threshold}, and the round where there was a recovery before. */
    private String name(String appealId) {
        String first = String.join(
                "|", appealId, clock.metric().word(), Integer.toString(clock.cycle()), kind.word(), threshold);
        return round == 0 ? first : first + "|" + round;
    }
}
