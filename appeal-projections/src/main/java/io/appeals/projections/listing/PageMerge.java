package io.appeals.projections.listing;

import io.appeals.projections.ListingQuery;
import io.appeals.projections.listing.Candidates.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
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

    public static Page merge(List<? extends Candidates> sources, ListingQuery query) {
        return merge(sources, query, MAX_EXAMINED);
    }

    static Page merge(List<? extends Candidates> sources, ListingQuery query, int maxExamined) {
        PriorityQueue<Candidates> heads = new PriorityQueue<>(Math.max(1, sources.size()), order(query));
        sources.stream().filter(source -> source.current() != null).forEach(heads::add);
        List<Candidate> page = new ArrayList<>(query.limit());
        Place last = null;
        int examined = 0;
        for (Candidates source = heads.poll(); source != null; source = heads.poll()) {
            Candidate candidate = Objects.requireNonNull(source.current());
            boolean matches = candidate.facts().matches(query);
            if ((matches && page.size() == query.limit()) || examined++ == maxExamined) {
                return new Page(page, last == null ? query.cursor() : Cursor.after(last, query));
            }
            if (matches) {
                page.add(candidate);
            }
            last = candidate.place();
            source.advance();
            if (source.current() != null) {
                heads.add(source);
            }
        }
        return new Page(page, null);
    }

    private static Comparator<Candidates> order(ListingQuery query) {
        Comparator<Candidates> ascending = Comparator.comparing(
                source -> Objects.requireNonNull(source.current()).place());
        return Ordering.isDescending(query.sort()) ? ascending.reversed() : ascending;
    }
}
