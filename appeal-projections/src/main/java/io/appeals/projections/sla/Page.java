package io.appeals.projections.sla;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of answers.
 *
 * @param nextCursor where the next page begins; null when this is the last one
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /** The largest page. */
    public static final int MAX_LIMIT = 200;

    public Page {
        items = List.copyOf(items);
    }

    static void requireLimit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is from 1 to " + MAX_LIMIT + ", but was " + limit);
        }
    }
}
