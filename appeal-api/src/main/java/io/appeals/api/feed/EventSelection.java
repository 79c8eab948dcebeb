package io.appeals.api.feed;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which types of events somebody wants to hear of.
 *
 * @param patterns types ({@code AppealSubmitted}), or beginnings of types followed by an asterisk ({@code sla.*},
 *     {@code Appeal*}, {@code *})
 */
public record EventSelection(List<String> patterns) {

    public static final EventSelection ALL = new EventSelection(List.of("*"));

    public EventSelection {
        patterns = List.copyOf(patterns);
    }

    public boolean includes(String type) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, type));
    }

    /** The first pattern that no known type matches; a lone asterisk matches whatever will ever be. */
    public Optional<String> unknown(Collection<String> types) {
        return patterns.stream()
                .filter(pattern -> !pattern.equals("*"))
                .filter(pattern -> types.stream().noneMatch(type -> matches(pattern, type)))
                .findFirst();
    }

    private static boolean matches(String pattern, String type) {
        return pattern.endsWith("*")
                ? type.startsWith(pattern.substring(0, pattern.length() - 1))
                : type.equals(pattern);
    }
}
