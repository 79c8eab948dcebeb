package io.appeals.projections.sla.simulation;

import io.appeals.projections.sla.appeal.ClockKey;
import io.appeals.projections.sla.clock.AlertKind;
import io.appeals.projections.sla.clock.SlaClock;
import io.appeals.projections.sla.simulation.PolicySimulation.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be said in the end of one clock by one book. */
final class MeasuredClock {

    private final ClockKey key;
    private final List<Instant> warnings = new ArrayList<>(0);
    private final List<Instant> breaches = new ArrayList<>(0);
    private String category = "";
    private @Nullable String about;
    private @Nullable Instant endedAt;
    private boolean live;

    MeasuredClock(ClockKey key) {
        this.key = key;
    }

    /** @param newCategory of the appeal as it is now; empty where it has none */
    void changed(SlaClock clock, String newCategory) {
        category = newCategory;
        about = clock.about();
        endedAt = clock.endedAt();
        live = clock.isLive();
    }

    void alerted(AlertKind kind, Instant dueAt) {
        switch (kind) {
            case WARNING -> warnings.add(dueAt);
            case BREACHED -> breaches.add(dueAt);
            case RECOVERED -> {
                // The breach came all the same.
            }
        }
    }

    ClockKey key() {
        return key;
    }

    boolean isLive() {
        return live;
    }

    @Nullable
    String about() {
        return about;
    }

    /** The category of the clock's appeal when the clock last changed; empty where there was none. */
    String category() {
        return category;
    }

    /** What came of it from then on; null where it had ended before. */
    @Nullable
    Verdict verdict(Instant from) {
        if (endedAt != null && endedAt.isBefore(from)) {
            return null;
        }
        List<Instant> warned =
                warnings.stream().filter(at -> !at.isBefore(from)).sorted().toList();
        Instant breached = breaches.stream()
                .filter(at -> !at.isBefore(from))
                .min(Instant::compareTo)
                .orElse(null);
        return new Verdict(warned, breached);
    }
}
