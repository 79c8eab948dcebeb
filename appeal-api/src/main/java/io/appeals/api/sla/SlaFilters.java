package io.appeals.api.sla;

import io.appeals.api.problem.ProblemException;
import io.appeals.projections.sla.clock.AlertKind;
import io.appeals.projections.sla.clock.ClockState;
import io.appeals.projections.sla.policy.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Filters of clocks and alerts, from what a request says to what can be asked. */
final class SlaFilters {

    private SlaFilters() {}

    static @Nullable Metric metric(@Nullable String word) {
        return word == null
                ? null
                : required(
                        "metric",
                        word,
                        Metric.of(word),
                        Arrays.stream(Metric.values()).map(Metric::word).toList());
    }

    static @Nullable AlertKind kind(@Nullable String word) {
        return word == null
                ? null
                : required(
                        "type",
                        word,
                        AlertKind.of(word),
                        Arrays.stream(AlertKind.values()).map(AlertKind::word).toList());
    }

    /** Clocks that have ended are not at risk, so only these two can be asked for. */
    static @Nullable ClockState state(@Nullable String word) {
        Optional<ClockState> state = word == null
                ? Optional.empty()
                : Arrays.stream(ClockState.values())
                        .filter(each -> each == ClockState.RUNNING || each == ClockState.PAUSED)
                        .filter(each -> each.name().equals(word))
                        .findFirst();
        return word == null ? null : required("state", word, state, List.of("RUNNING", "PAUSED"));
    }

    /** Nothing where nothing is said. */
    static @Nullable Boolean flag(String parameter, @Nullable String word) {
        return switch (word) {
            case null -> null;
            case "" -> null;
            case "true" -> true;
            case "false" -> false;
            default ->
                throw ProblemException.malformed(parameter, "type", "expected true or false, not '" + word + "'");
        };
    }

    private static <T> T required(String parameter, String word, Optional<T> found, List<String> known) {
        return found.orElseThrow(() -> ProblemException.malformed(
                parameter, "type", "expected one of " + String.join(", ", known) + ", not '" + word + "'"));
    }
}
