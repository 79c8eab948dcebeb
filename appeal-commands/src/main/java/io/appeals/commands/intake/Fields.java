package io.appeals.commands.intake;

import io.appeals.schema.result.FieldError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with a command's fields. Fields are taken as possibly null whatever their records promise: a
 * body that leaves one out reaches us as null, and its sender must hear of all missing fields at once.
 */
final class Fields {

    private final List<FieldError> errors = new ArrayList<>();

    List<FieldError> errors() {
        return errors;
    }

    void error(String pointer, String code, String detail) {
        errors.add(new FieldError(pointer, code, detail));
    }

    /** True when it is there. */
    boolean required(String pointer, @Nullable Object value) {
        if (value == null) {
            missing(pointer);
        }
        return value != null;
    }

    void missing(String pointer) {
        error(pointer, "required", "This field is required.");
    }

    /** A text that says something, of at most so many characters. */
    void text(String pointer, @Nullable String value, int longest) {
        if (required(pointer, value)) {
            optionalText(pointer, value, longest);
        }
    }

    void optionalText(String pointer, @Nullable String value, int longest) {
        if (value == null) {
            return;
        }
        if (value.isBlank()) {
            error(pointer, "blank", "This text must not be blank.");
        } else if (value.length() > longest) {
            error(
                    pointer,
                    "too-long",
                    "This text has " + value.length() + " characters; at most " + longest + " are allowed.");
        }
    }

    void matching(String pointer, @Nullable String value, TextForm form) {
        if (required(pointer, value)) {
            optionalMatching(pointer, value, form);
        }
    }

    void optionalMatching(String pointer, @Nullable String value, TextForm form) {
        if (value != null && !form.matches(value)) {
            error(pointer, "format", "Expected " + form.expected() + ".");
        }
    }

    void atLeast(String pointer, long value, long least) {
        if (value < least) {
            error(pointer, "out-of-range", "Expected a number of " + least + " or more, but got " + value + ".");
        }
    }

    void between(String pointer, long value, long least, long most) {
        if (value < least || value > most) {
            error(
                    pointer,
                    "out-of-range",
                    "Expected a number from " + least + " to " + most + ", but got " + value + ".");
        }
    }

    /** Both moments are there, and the second comes after the first. */
    void inOrder(String firstPointer, @Nullable Instant first, String secondPointer, @Nullable Instant second) {
        required(firstPointer, first);
        required(secondPointer, second);
        optionalInOrder(firstPointer, first, secondPointer, second);
    }

    void optionalInOrder(String firstPointer, @Nullable Instant first, String secondPointer, @Nullable Instant second) {
        if (first != null && second != null && !second.isAfter(first)) {
            error(secondPointer, "order", "This moment must come after " + firstPointer + " (" + first + ").");
        }
    }

    /** A list that is there, of at most so many different entries, none of them null. */
    <T> List<T> list(String pointer, @Nullable List<T> values, int most) {
        return required(pointer, values) ? optionalList(pointer, values, most) : List.of();
    }

    /** As {@link #list}, or left out. The result holds the entries to look at further; it is empty when the list itself is wrong. */
    <T> List<T> optionalList(String pointer, @Nullable List<T> values, int most) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > most) {
            error(
                    pointer,
                    "too-many",
                    "At most " + most + " entries are allowed, but there are " + values.size() + ".");
            return List.of();
        }
        Set<T> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            if (required(pointer + "/" + i, values.get(i)) && !seen.add(values.get(i))) {
                error(pointer + "/" + i, "duplicate", "This entry stands in the list already.");
            }
        }
        return seen.size() == values.size() ? values : List.of();
    }

    /** A list of different ids of evidence that is there, though perhaps empty. */
    void itemIds(String pointer, @Nullable List<String> ids) {
        List<String> given = list(pointer, ids, Limits.EVIDENCE);
        for (int i = 0; i < given.size(); i++) {
            optionalMatching(pointer + "/" + i, given.get(i), TextForm.ITEM_ID);
        }
    }
}
