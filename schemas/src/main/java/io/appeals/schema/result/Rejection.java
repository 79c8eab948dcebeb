package io.appeals.schema.result;

import io.appeals.schema.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The typed refusal of a command: nothing was appended. */
public record Rejection(
        RejectionType type,

        @Doc("The rule that was violated, for instance same-decider") @Nullable
        String rule,

        @Doc("What was refused and what to do next, for a person")
        String detail,

        List<FieldError> errors,

        @Doc("The appeal's version when it was refused") @Nullable
        Long currentVersion,

        @Doc("The commands that this actor may send now") List<String> allowedActions) {

    public Rejection {
        errors = List.copyOf(errors);
        allowedActions = List.copyOf(allowedActions);
    }

    /** For what is wrong with one field, which is all that is said. */
    public static Rejection malformed(FieldError error) {
        return new Rejection(RejectionType.MALFORMED, null, error.detail(), List.of(error), null, List.of());
    }
}
