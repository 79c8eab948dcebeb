package io.appeals.api.alertmanager;

import io.appeals.schema.table.SlaAlert;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be posted, in order, and how far in the topic everything is. Each partition is read from its beginning: what
 * lies before its place only tells what is open. Used by one thread.
 */
final class AlertDesk {

    private static final int MOST_AT_ONCE = 500;

    private final ClockCheck check;
    private final Map<Integer, AlertBook> books = new HashMap<>();
    private final Map<Integer, Long> places = new HashMap<>();
    private final Deque<Parcel> parcels = new ArrayDeque<>();

    AlertDesk(ClockCheck check) {
        this.check = check;
    }

    /**
     * What belongs together: all that one record leads to, or all that one partition renews.
     *
     * @param next the offset that is next once it is posted; null where nothing follows from it
     */
    private record Parcel(int partition, @Nullable Long next, List<OpenAlert> alerts) {}

    /** What is posted in one go, and the places to remember when it has been taken. */
    record Load(int parcels, List<OpenAlert> alerts, Map<Integer, Long> places) {}

    /** @param place the first offset that is news */
    void begin(int partition, long place) {
        books.put(partition, new AlertBook());
        places.put(partition, place);
        // Remembered at once: whoever comes next must not take the end of that day for the place.
        parcels.add(new Parcel(partition, place, List.of()));
    }

    void end(int partition) {
        books.remove(partition);
        places.remove(partition);
        parcels.removeIf(parcel -> parcel.partition() == partition);
    }

    void read(int partition, long offset, SlaAlert alert, Instant givenAt) {
        boolean news = offset >= place(partition);
        List<OpenAlert> said = book(partition).take(alert, givenAt, news);
        if (news) {
            parcels.add(new Parcel(partition, offset + 1, said));
        }
    }

    /** Goes on behind a record that says nothing. */
    void skip(int partition, long offset) {
        if (offset >= place(partition)) {
            parcels.add(new Parcel(partition, offset + 1, List.of()));
        }
    }

    /** Puts what is open, and what was until lately, in the queue once more. */
    void renew(Instant now) {
        books.forEach((partition, book) -> {
            List<OpenAlert> again = book.review(check, now);
            for (int from = 0; from < again.size(); from += MOST_AT_ONCE) {
                List<OpenAlert> some = again.subList(from, Math.min(again.size(), from + MOST_AT_ONCE));
                parcels.add(new Parcel(partition, null, List.copyOf(some)));
            }
        });
    }

    /** The first of what is to be posted; empty alerts with places are only to be remembered. */
    Load next() {
        List<OpenAlert> alerts = new ArrayList<>();
        Map<Integer, Long> reached = new HashMap<>();
        int count = 0;
        for (Parcel parcel : parcels) {
            if (count > 0 && alerts.size() + parcel.alerts().size() > MOST_AT_ONCE) {
                break;
            }
            alerts.addAll(parcel.alerts());
            if (parcel.next() != null) {
                reached.put(parcel.partition(), parcel.next());
            }
            count++;
        }
        return new Load(count, alerts, reached);
    }

    void done(Load load) {
        for (int i = 0; i < load.parcels(); i++) {
            parcels.remove();
        }
    }

    /** What is renewed is looked at anew for the next time; news waits. */
    void failed() {
        parcels.removeIf(parcel -> parcel.next() == null);
    }

    boolean isIdle() {
        return parcels.isEmpty();
    }

    int waiting() {
        return parcels.stream().mapToInt(parcel -> parcel.alerts().size()).sum();
    }

    int open() {
        return books.values().stream().mapToInt(AlertBook::open).sum();
    }

    private AlertBook book(int partition) {
        return books.computeIfAbsent(partition, _ -> new AlertBook());
    }

    private long place(int partition) {
        return places.getOrDefault(partition, 0L);
    }
}
