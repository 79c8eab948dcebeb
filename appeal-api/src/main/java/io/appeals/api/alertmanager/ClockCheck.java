package io.appeals.api.alertmanager;

import io.appeals.api.time.ProductTime;
import io.appeals.projections.NotReady;
import io.appeals.projections.sla.ProvenClock;
import io.appeals.projections.sla.SlaQueries;
import io.appeals.projections.sla.clock.ClockState;
import io.appeals.schema.table.SlaAlert;
import io.appeals.schema.table.SlaClockRow;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells how a clock stands that was alerted. */
@FunctionalInterface
interface ClockCheck {

    /**
     * How a clock stands.
     *
     * @param live whether it has not ended
     * @param breachStays whether it has ended with its breach, so that no recovery will follow
     * @param endedAt by everybody's time; null while it is live
     * @param endedBy the event that ended it
     * @param passed the thresholds of warnings whose moment has come
     */
    record Standing(
            boolean live,
            boolean breachStays,
            @Nullable Instant endedAt,
            @Nullable String endedBy,
            Set<String> passed) {}

    /** Empty where this node cannot tell. */
    Optional<Standing> look(SlaAlert alert);

    /** By the projection of this node. */
    static ClockCheck of(SlaQueries queries, ProductTime time) {
        return alert -> {
            try {
                return queries.clocks(alert.appealId(), 0).stream()
                        .map(ProvenClock::clock)
                        .filter(clock -> clock.metric().equals(alert.metric()) && clock.cycle() == alert.cycle())
                        .findFirst()
                        .map(clock -> standing(clock, time));
            } catch (NotReady notYet) {
                return Optional.empty();
            }
        };
    }

    private static Standing standing(SlaClockRow clock, ProductTime time) {
        Instant now = time.instant();
        Instant endedAt = clock.endedAt();
        ClockState state = ClockState.valueOf(clock.state());
        return new Standing(
                state.isLive(),
                state == ClockState.CANCELLED && clock.breached(),
                endedAt == null ? null : time.onTheMachine(endedAt),
                clock.endedBy(),
                clock.warnings().stream()
                        .filter(warning -> !warning.at().isAfter(now))
                        .map(SlaClockRow.Warning::threshold)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
