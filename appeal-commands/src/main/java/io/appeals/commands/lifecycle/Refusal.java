package io.appeals.commands.lifecycle;

import io.appeals.schema.result.FieldError;
import io.appeals.schema.result.RejectionType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why something may not be done.
 *
 * @param rule the rule that stands in the way, in words that never change, for instance {@code same-decider}
 * @param detail what was refused and what to do next, for a person
 */
public record Refusal(RejectionType type, @Nullable String rule, String detail, List<FieldError> errors) {

    public Refusal {
        errors = List.copyOf(errors);
    }

    public static Refusal of(RejectionType type, @Nullable String rule, String detail) {
        return new Refusal(type, rule, detail, List.of());
    }

    /** A rule of the business stands in the way. */
    public static Refusal violated(String rule, String detail) {
        return of(RejectionType.RULE_VIOLATED, rule, detail);
    }

    public static Refusal violated(String rule, String detail, List<FieldError> errors) {
        return new Refusal(RejectionType.RULE_VIOLATED, rule, detail, errors);
    }
}
