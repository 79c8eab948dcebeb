package io.appeals.projections.sla.policy;

import java.util.List;

/**
 * A name for several marketplaces whose sellers have the same rights.
 *
 * @param marketplaces their ids; {@code *} at the beginning or the end stands for anything
 */
public record Region(String name, List<String> marketplaces) {

    private static final String ANYTHING = "*";

    public Region {
        marketplaces = List.copyOf(marketplaces);
    }

    boolean includes(String marketplaceId) {
        return marketplaces.stream().anyMatch(pattern -> matches(pattern, marketplaceId));
    }

    private static boolean matches(String pattern, String id) {
        if (pattern.startsWith(ANYTHING)) {
            return id.endsWith(pattern.substring(1));
        }
        return pattern.endsWith(ANYTHING)
                ? id.startsWith(pattern.substring(0, pattern.length() - 1))
                : id.equals(pattern);
    }
}
