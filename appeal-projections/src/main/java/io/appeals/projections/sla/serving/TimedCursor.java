package io.appeals.projections.sla.serving;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.appeals.projections.InvalidCursor;
import io.appeals.projections.listing.Place;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The end of one page as text: for which query it was, and the last place that was looked at. */
final class TimedCursor {

    private static final byte FORMAT = 1;
    private static final int HEADER = 1 + Integer.BYTES;

    private final int fingerprint;

    /** @param query without its cursor and limit, as text: queries that differ may not share cursors */
    TimedCursor(String query) {
        CRC32 crc = new CRC32();
        crc.update(query.getBytes(UTF_8));
        fingerprint = (int) crc.getValue();
    }

    String after(Place place) {
        byte[] end = place.toBytes();
        byte[] bytes = ByteBuffer.allocate(HEADER + end.length)
                .put(FORMAT)
                .putInt(fingerprint)
                .put(end)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws InvalidCursor if the cursor is damaged or of another query */
    Optional<Place> place(@Nullable String cursor) {
        if (cursor == null) {
            return Optional.empty();
        }
        byte[] bytes = decode(cursor);
        if (bytes.length <= HEADER + Long.BYTES || bytes[0] != FORMAT) {
            throw damaged();
        }
        if (ByteBuffer.wrap(bytes).getInt(1) != fingerprint) {
            throw new InvalidCursor(
                    "the cursor belongs to a query with other filters; keep them the same from page to page, or leave the cursor out to begin anew");
        }
        return Optional.of(Place.ofBytes(bytes, HEADER));
    }

    /** Empty for a cursor of another query as well. */
    Optional<Place> placeIfOwn(@Nullable String cursor) {
        if (cursor == null) {
            return Optional.empty();
        }
        byte[] bytes = decode(cursor);
        boolean own = bytes.length >= HEADER && ByteBuffer.wrap(bytes).getInt(1) == fingerprint;
        return own ? place(cursor) : Optional.empty();
    }

    private static byte[] decode(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw damaged();
        }
    }

    private static InvalidCursor damaged() {
        return new InvalidCursor(
                "the cursor is damaged; send nextCursor as it came, or leave the cursor out to begin anew");
    }
}
