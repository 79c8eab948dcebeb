package io.appeals.projections.listing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.appeals.projections.InvalidCursor;
import io.appeals.projections.ListingQuery;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;

/** The end of one page as text: for which query it was, and the last place that was looked at. */
public final class Cursor {

    private static final byte FORMAT = 1;
    private static final int HEADER = 1 + Integer.BYTES;

    private Cursor() {}

    public static String after(Place place, ListingQuery query) {
        byte[] end = place.toBytes();
        byte[] bytes = ByteBuffer.allocate(HEADER + end.length)
                .put(FORMAT)
                .putInt(fingerprint(query))
                .put(end)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Where the query goes on; empty when it has no cursor.
     *
     * @throws InvalidCursor if the cursor is damaged or of another query
     */
    public static Optional<Place> of(ListingQuery query) {
        if (query.cursor() == null) {
            return Optional.empty();
        }
        byte[] bytes = decode(query.cursor());
        if (bytes.length <= HEADER + Long.BYTES || bytes[0] != FORMAT) {
            throw damaged();
        }
        if (ByteBuffer.wrap(bytes).getInt(1) != fingerprint(query)) {
            throw new InvalidCursor(
                    "the cursor belongs to a listing with other filters or another sort; keep them the same from page to page, or leave the cursor out to begin anew");
        }
        return Optional.of(Place.ofBytes(bytes, HEADER));
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

    private static int fingerprint(ListingQuery query) {
        CRC32 crc = new CRC32();
        crc.update(asked(query).getBytes(UTF_8));
        return (int) crc.getValue();
    }

    /** The query as text, without its cursor and page size: queries that differ in it may not share cursors. */
    public static String asked(ListingQuery query) {
        return String.join(
                "\u0000",
                String.valueOf(query.sellerId()),
                query.statuses().stream().map(Enum::name).sorted().toList().toString(),
                String.valueOf(query.stage()),
                String.valueOf(query.category()),
                String.valueOf(query.assignedTo()),
                String.valueOf(query.queue()),
                String.valueOf(query.representativeId()),
                query.sort().name());
    }
}
