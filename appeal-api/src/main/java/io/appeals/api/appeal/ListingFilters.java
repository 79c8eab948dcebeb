package io.appeals.api.appeal;

import io.appeals.api.problem.ProblemException;
import io.appeals.projections.ListingSort;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Filters of a listing of appeals, from what a request says to what can be asked. */
final class ListingFilters {

    /** The order of deadlines, which no appeal has by itself. */
    static final String BY_DEADLINE = "dueAt";

    private ListingFilters() {}

    /** Words that are repeated or separated by commas. */
    static <E extends Enum<E>> Set<E> anyOf(String parameter, Class<E> type, @Nullable List<String> given) {
        Set<E> words = EnumSet.noneOf(type);
        for (String word : String.join(",", given == null ? List.of() : given).split(",")) {
            if (!word.isBlank()) {
                words.add(oneOf(parameter, type, word.strip()));
            }
        }
        return words;
    }

    private static <E extends Enum<E>> E oneOf(String parameter, Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.malformed(
                        parameter,
                        "type",
                        "expected one of " + Arrays.toString(type.getEnumConstants()) + ", not '" + word + "'"));
    }

    /** By deadline, those without one stand in the order of their opening. */
    static ListingSort order(String word) {
        if (word.equals(BY_DEADLINE)) {
            return ListingSort.OPENED_ASCENDING;
        }
        try {
            return ListingSort.of(word);
        } catch (IllegalArgumentException e) {
            throw ProblemException.malformed(
                    "sort", "type", e.getMessage() + "; or dueAt, for the nearest deadline first");
        }
    }
}
