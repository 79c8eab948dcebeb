package io.appeals.projections.sla.serving;

import io.appeals.projections.listing.Cursor;
import io.appeals.projections.listing.Place;
import io.appeals.projections.sla.DeadlineListing;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The end of one page of a listing by deadline: in its first part, those with a deadline, or in its second, those without. */
final class DeadlineCursor {

    /** Before everything in the second part. */
    private static final Place BEGINNING = new Place(Instant.ofEpochMilli(Long.MIN_VALUE), "-");

    private final TimedCursor withDeadline;
    private final TimedCursor withoutDeadline;

    DeadlineCursor(DeadlineListing listing) {
        String asked = asked(listing);
        withDeadline = new TimedCursor("appeals" + asked);
        withoutDeadline = new TimedCursor("appeals without deadline" + asked);
    }

    /**
     * Where a page begins.
     *
     * @param after behind this place; null from the beginning of the part on
     */
    record Position(boolean inSecondPart, @Nullable Place after) {}

    /** @throws io.appeals.projections.InvalidCursor if the cursor is damaged or of another listing */
    Position position(@Nullable String cursor) {
        Optional<Place> second = withoutDeadline.placeIfOwn(cursor);
        return second.isPresent()
                ? new Position(true, second.get())
                : new Position(false, withDeadline.place(cursor).orElse(null));
    }

    String inFirstPart(Place last) {
        return withDeadline.after(last);
    }

    /** @param last null where nothing of the second part was looked at yet */
    String inSecondPart(@Nullable Place last) {
        return withoutDeadline.after(last == null ? BEGINNING : last);
    }

    /** Everything but page size and cursor, as text. */
    static String asked(DeadlineListing listing) {
        return String.join(
                "\u0000",
                Cursor.asked(listing.appeals()),
                listing.conditions().stream().map(Enum::name).sorted().toList().toString(),
                String.valueOf(listing.dueBefore()),
                Boolean.toString(listing.nearestFirst()));
    }
}
