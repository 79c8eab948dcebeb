package io.appeals.api.alertmanager;

import io.appeals.api.alertmanager.ClockCheck.Standing;
import io.appeals.projections.sla.clock.AlertKind;
import io.appeals.schema.table.SlaAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The alerts of one partition that are open, or were until lately. All of it follows from the alerts topic. */
final class AlertBook {

    /** So long one that is over is posted again: an Alertmanager that was away would hold on to it. */
    static final Duration LAST_WORDS = Duration.ofMinutes(15);

    /** The oldest of more are not renewed any more, and run out by themselves. */
    private static final int MOST_CLOCKS = 2_000;

    private final Map<String, List<OpenAlert>> byClock = new LinkedHashMap<>();

    /**
     * Takes note of an alert.
     *
     * @param certain whether it is given just now, and not only read again
     * @return what Alertmanager has to hear because of it
     */
    List<OpenAlert> take(SlaAlert alert, Instant givenAt, boolean certain) {
        return alert.type().equals(AlertKind.RECOVERED.word())
                ? recovered(alert, givenAt)
                : opened(new OpenAlert(alert, givenAt, certain, null));
    }

    private List<OpenAlert> opened(OpenAlert open) {
        List<OpenAlert> ofClock = byClock.computeIfAbsent(open.clock(), _ -> new ArrayList<>());
        ofClock.removeIf(known -> known.isSameAs(open.alert()));
        ofClock.add(open);
        if (byClock.size() > MOST_CLOCKS) {
            byClock.remove(byClock.keySet().iterator().next());
        }
        return List.of(open);
    }

    /** All of the clock's end under the labels that they began with: the appeal's category may be another by now. */
    private List<OpenAlert> recovered(SlaAlert recovery, Instant at) {
        List<OpenAlert> known = byClock.getOrDefault(OpenAlert.clockOf(recovery), List.of());
        List<OpenAlert> ended = (known.isEmpty() ? List.of(OpenAlert.recoveredFrom(recovery, at)) : known)
                .stream()
                        .map(open -> open.endedBy(at, recovery.type(), recovery.alertId(), at))
                        .toList();
        byClock.put(OpenAlert.clockOf(recovery), new ArrayList<>(ended));
        return ended;
    }

    /**
     * Looks through all of them.
     *
     * @param now by everybody's time
     * @return what is to be posted again: what is open, and what was until lately
     */
    List<OpenAlert> review(ClockCheck check, Instant now) {
        byClock.values().forEach(ofClock -> review(ofClock, check, now));
        byClock.values().removeIf(List::isEmpty);
        return byClock.values().stream()
                .flatMap(List::stream)
                .filter(OpenAlert::certain)
                .toList();
    }

    private static void review(List<OpenAlert> ofClock, ClockCheck check, Instant now) {
        if (ofClock.stream().anyMatch(OpenAlert::isOpen)) {
            Optional<Standing> standing = check.look(ofClock.getFirst().alert());
            boolean breached = ofClock.stream().anyMatch(OpenAlert::isOpenBreach);
            standing.ifPresent(
                    clock -> ofClock.replaceAll(open -> open.isOpen() ? reviewed(open, breached, clock, now) : open));
        }
        ofClock.removeIf(open -> isSettled(open.over(), now));
    }

    /** Everybody has heard of it, or has let go of it by themselves. */
    private static boolean isSettled(OpenAlert.@Nullable Over over, Instant now) {
        return over != null
                && (over.foundAt().plus(LAST_WORDS).isBefore(now)
                        || over.at().plus(PostedAlert.UNLESS_RENEWED).isBefore(now));
    }

    /** A clock that was breached is left to its recovery, which comes by the topic, unless it ended without one. */
    private static OpenAlert reviewed(OpenAlert open, boolean breached, Standing clock, Instant now) {
        if (clock.breachStays() || (!breached && !clock.live())) {
            Instant endedAt = clock.endedAt() == null ? now : clock.endedAt();
            return open.endedBy(endedAt, String.valueOf(clock.endedBy()), null, now);
        }
        if (!clock.live()) {
            return open;
        }
        return breached || clock.passed().contains(open.alert().threshold())
                ? open.confirmed()
                : open.endedBy(now, "the clock has more time now", null, now);
    }

    int open() {
        return (int) byClock.values().stream()
                .flatMap(List::stream)
                .filter(open -> open.certain() && open.isOpen())
                .count();
    }
}
