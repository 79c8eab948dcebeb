package io.appeals.api.appeal;

import io.appeals.api.problem.ProblemException;
import io.appeals.projections.ListingQuery;

/** How many things a page may hold. */
public final class Limit {

    private Limit() {}

    /** @throws ProblemException for a number out of bounds */
    public static int of(int limit) {
        if (limit < 1 || limit > ListingQuery.MAX_LIMIT) {
            throw ProblemException.malformed(
                    "limit", "range", "expected a number from 1 to " + ListingQuery.MAX_LIMIT + ", not " + limit);
        }
        return limit;
    }
}
