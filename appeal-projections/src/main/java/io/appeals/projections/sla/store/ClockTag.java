package io.appeals.projections.sla.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.appeals.projections.sla.clock.ClockState;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside a clock in the index of breaches, so that clocks can be counted without their rows.
 *
 * @param hasBreach whether the moment it stands at is known to come; false while it is paused with time left
 */
public record ClockTag(
        ClockState state, boolean hasBreach, @Nullable String category) {

    private static final String BETWEEN = "\u0000";

    byte[] toBytes() {
        return String.join(BETWEEN, state.name(), Boolean.toString(hasBreach), category == null ? "" : category)
                .getBytes(UTF_8);
    }

    public static ClockTag ofBytes(byte[] bytes) {
        String[] parts = new String(bytes, UTF_8).split(BETWEEN, -1);
        return new ClockTag(
                ClockState.valueOf(parts[0]), Boolean.parseBoolean(parts[1]), parts[2].isEmpty() ? null : parts[2]);
    }
}
