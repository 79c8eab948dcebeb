package io.appeals.api;

import io.appeals.api.settings.InvalidSetting;
import java.util.Objects;

/** Finds, inside what the container wraps around it, the failure that tells a person what to do. */
final class StartFailure {

    private StartFailure() {}

    static RuntimeException clearest(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidSetting invalid) {
                return invalid;
            }
        }
        return Objects.requireNonNull(failure);
    }
}
