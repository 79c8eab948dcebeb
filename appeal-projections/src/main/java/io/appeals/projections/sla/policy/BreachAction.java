package io.appeals.projections.sla.policy;

import java.util.Arrays;
import java.util.Optional;

/** What a breach leads to besides its alert: a command that is proposed to the appeal's owner, who decides it. */
public enum BreachAction {
    NONE("none"),
    LAPSE_APPEAL("LapseAppeal"),
    CLOSE_APPEAL("CloseAppeal");

    private final String word;

    BreachAction(String word) {
        this.word = word;
    }

    /** As it stands in policy files: the command's name, or {@code none}. */
    public String word() {
        return word;
    }

    public static Optional<BreachAction> of(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word.equals(word))
                .findFirst();
    }
}
