package io.appeals.projections.sla.clock;

import java.util.Arrays;
import java.util.Optional;

/** What is said about a clock. */
public enum AlertKind {
    WARNING("sla.warning"),
    BREACHED("sla.breached"),
    RECOVERED("sla.recovered");

    private final String word;

    AlertKind(String word) {
        this.word = word;
    }

    /** As it stands in the alerts topic, for instance {@code sla.warning}. */
    public String word() {
        return word;
    }

    public static Optional<AlertKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
