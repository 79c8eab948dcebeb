package io.appeals.projections.sla.serving;

import io.appeals.projections.listing.Place;
import io.appeals.projections.sla.Page;
import io.appeals.projections.store.StoreSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Merges the entries of all partitions into one page in order of time. */
final class TimedPages {

    /** So many entries are looked at for one page: a filter that hardly anything matches gives a short page with a cursor instead of a slow answer. */
    private static final int MAX_EXAMINED = 20_000;

    private TimedPages() {}

    /**
     * @param asked the cursor that was sent, to be sent again where nothing at all could be looked at
     * @param within entries that are not end the listing
     * @param load the entry's row if it matches
     */
    static <T> Page<T> page(
            List<TimedScan> scans,
            boolean descending,
            int limit,
            TimedCursor cursor,
            @Nullable String asked,
            Predicate<Place> within,
            BiFunction<StoreSnapshot, Place, Optional<T>> load) {
        Comparator<TimedScan> ascending = Comparator.comparing(scan -> Objects.requireNonNull(scan.current()));
        PriorityQueue<TimedScan> heads =
                new PriorityQueue<>(Math.max(1, scans.size()), descending ? ascending.reversed() : ascending);
        scans.stream().filter(scan -> scan.current() != null).forEach(heads::add);
        List<T> items = new ArrayList<>();
        Place last = null;
        int examined = 0;
        for (TimedScan head = heads.poll(); head != null; head = heads.poll()) {
            Place place = Objects.requireNonNull(head.current());
            if (!within.test(place)) {
                break;
            }
            if (items.size() == limit || examined++ == MAX_EXAMINED) {
                return new Page<>(items, last == null ? asked : cursor.after(last));
            }
            load.apply(head.rows(), place).ifPresent(items::add);
            last = place;
            head.advance();
            if (head.current() != null) {
                heads.add(head);
            }
        }
        return new Page<>(items, null);
    }
}
