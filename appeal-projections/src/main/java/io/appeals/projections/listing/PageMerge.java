package io.appeals.projections.listing;

import io.appeals.projections.ListingQuery;
import io.appeals.projections.listing.Candidates.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Merges ordered candidates of many scopes and partitions into one ordered page. */
public final class PageMerge {

    /** So many candidates are looked at for one page: a filter that hardly anything matches gives a short page with a cursor instead of a slow answer. */
    static final int MAX_EXAMINED = 50_000;

    private PageMerge() {}

    /**
     * What belongs on one page.
     *
     * @param nextCursor null when nothing can follow
     */
    public record Page(List<Candidate> candidates, @Nullable String nextCursor) {}

    /**
     * A stretch of the merged order.
     *
     * @param last the place that was looked at last; null when none was
     * @param more whether something may follow
     */
    public record Stretch(
            List<Candidate> candidates, @Nullable Place last, boolean more) {}

    public static Page merge(List<? extends Candidates> sources, ListingQuery query) {
        return merge(sources, query, MAX_EXAMINED);
    }

    static Page merge(List<? extends Candidates> sources, ListingQuery query, int maxExamined) {
        Stretch found = merge(
                sources,
                Ordering.isDescending(query.sort()),
                candidate -> candidate.facts().matches(query),
                query.limit(),
                maxExamined);
        String next = found.last() == null ? query.cursor() : Cursor.after(found.last(), query);
        return new Page(found.candidates(), found.more() ? next : null);
    }

    /**
     * @param sources each in the order that is asked for
     * @param limit at most so many that match
     * @param maxExamined at most so many are looked at
     */
    public static Stretch merge(
            List<? extends Candidates> sources,
            boolean descending,
            Predicate<Candidate> matches,
            int limit,
            int maxExamined) {
        PriorityQueue<Candidates> heads = new PriorityQueue<>(Math.max(1, sources.size()), order(descending));
        sources.stream().filter(source -> source.current() != null).forEach(heads::add);
        List<Candidate> found = new ArrayList<>(limit);
        Place last = null;
        int examined = 0;
        for (Candidates source = heads.poll(); source != null; source = heads.poll()) {
            Candidate candidate = Objects.requireNonNull(source.current());
            boolean fits = matches.test(candidate);
            if ((fits && found.size() == limit) || examined++ == maxExamined) {
                return new Stretch(found, last, true);
            }
            if (fits) {
                found.add(candidate);
            }
            last = candidate.place();
            source.advance();
            if (source.current() != null) {
                heads.add(source);
            }
        }
        return new Stretch(found, last, false);
    }

    private static Comparator<Candidates> order(boolean descending) {
        Comparator<Candidates> ascending = Comparator.comparing(
                source -> Objects.requireNonNull(source.current()).place());
        return descending ? ascending.reversed() : ascending;
    }
}
