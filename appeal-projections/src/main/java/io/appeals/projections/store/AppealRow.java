package io.appeals.projections.store;

import io.appeals.projections.listing.ListingEntry;
import io.appeals.projections.status.AppealView;
import io.appeals.projections.status.Message;
import io.appeals.schema.wire.RecordCodec;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the store keeps of an appeal: its view with what listings need of it in front, so that indexes can be derived without reading the view; or, where even the first event could not be folded, only since when it is degraded.
 */
public sealed interface AppealRow {

    RecordCodec<AppealView> VIEWS = RecordCodec.of(AppealView.class);
    RecordCodec<Message> MESSAGES = RecordCodec.of(Message.class);
    RecordCodec<ListingEntry> ENTRIES = RecordCodec.of(ListingEntry.class);

    /**
     * An appeal with a view, which may be degraded.
     *
     * @param view without its messages: there may be very many, and each is a row of its own
     * @param messages how many there are
     */
    record Viewed(AppealView view, int messages) implements AppealRow {}

    /** An appeal of which nothing could be folded. */
    record Unviewable(long since) implements AppealRow {}

    /** Whether an event of that version is beyond what could be folded. */
    default boolean isDegradedAt(long version) {
        return switch (this) {
            case Viewed(AppealView view, int messages) ->
                view.degradedSince() != null && view.degradedSince() <= version;
            case Unviewable(long since) -> since <= version;
        };
    }

    /** The same row, known to stay as it is; a row that is degraded already stays as it was. */
    default AppealRow degraded(long since) {
        return this instanceof Viewed(AppealView view, int messages) && view.degradedSince() == null
                ? new Viewed(view.degraded(since), messages)
                : this;
    }

    /** The version that it reflects; 0 where there is no view. */
    default long version() {
        return this instanceof Viewed viewed ? viewed.view().version() : 0;
    }

    default byte[] toBytes() {
        return switch (this) {
            case Viewed(AppealView view, int messages) ->
                framed(ENTRIES.encode(ListingEntry.of(view)), messages, VIEWS.encode(view));
            case Unviewable(long since) ->
                ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                        .putInt(0)
                        .putLong(since)
                        .array();
        };
    }

    private static byte[] framed(byte[] entry, int messages, byte[] view) {
        return ByteBuffer.allocate(2 * Integer.BYTES + entry.length + view.length)
                .putInt(entry.length)
                .put(entry)
                .putInt(messages)
                .put(view)
                .array();
    }

    static AppealRow ofBytes(byte[] bytes) {
        ByteBuffer row = ByteBuffer.wrap(bytes);
        int entryLength = row.getInt();
        if (entryLength == 0) {
            return new Unviewable(row.getLong());
        }
        int messages = row.position(Integer.BYTES + entryLength).getInt();
        return new Viewed(VIEWS.decode(Arrays.copyOfRange(bytes, row.position(), bytes.length)), messages);
    }

    /** The listing entry's bytes alone; null where there is no view. */
    static byte @Nullable [] entryIn(byte[] bytes) {
        int entryLength = ByteBuffer.wrap(bytes).getInt();
        return entryLength == 0 ? null : Arrays.copyOfRange(bytes, Integer.BYTES, Integer.BYTES + entryLength);
    }
}
