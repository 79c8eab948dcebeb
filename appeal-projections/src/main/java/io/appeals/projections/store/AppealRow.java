package io.appeals.projections.store;

import io.appeals.projections.listing.ListingEntry;
import io.appeals.projections.status.AppealView;
import io.appeals.schema.wire.RecordCodec;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the store keeps of an appeal: its view with what listings need of it in front, so that indexes can be derived without reading the view; or, where even the first event could not be folded, only since when it is degraded.
 */
public sealed interface AppealRow {

    RecordCodec<AppealView> VIEWS = RecordCodec.of(AppealView.class);
    RecordCodec<ListingEntry> ENTRIES = RecordCodec.of(ListingEntry.class);

    /** An appeal with a view, which may be degraded. */
    record Viewed(AppealView view) implements AppealRow {}

    /** An appeal of which nothing could be folded. */
    record Unviewable(long since) implements AppealRow {}

    /** Whether an event of that version is beyond what could be folded. */
    default boolean isDegradedAt(long version) {
        return switch (this) {
            case Viewed(AppealView view) -> view.degradedSince() != null && view.degradedSince() <= version;
            case Unviewable(long since) -> since <= version;
        };
    }

    /** The same row, known to stay as it is; a row that is degraded already stays as it was. */
    default AppealRow degraded(long since) {
        return this instanceof Viewed(AppealView view) && view.degradedSince() == null
                ? new Viewed(view.degraded(since))
                : this;
    }

    /** The version that it reflects; 0 where there is no view. */
    default long version() {
        return this instanceof Viewed(AppealView view) ? view.version() : 0;
    }

    default byte[] toBytes() {
        return switch (this) {
            case Viewed(AppealView view) -> framed(ENTRIES.encode(ListingEntry.of(view)), VIEWS.encode(view));
            case Unviewable(long since) ->
                ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                        .putInt(0)
                        .putLong(since)
                        .array();
        };
    }

    private static byte[] framed(byte[] entry, byte[] view) {
        return ByteBuffer.allocate(Integer.BYTES + entry.length + view.length)
                .putInt(entry.length)
                .put(entry)
                .put(view)
                .array();
    }

    static AppealRow ofBytes(byte[] bytes) {
        int entryLength = ByteBuffer.wrap(bytes).getInt();
        return entryLength == 0
                ? new Unviewable(ByteBuffer.wrap(bytes).getLong(Integer.BYTES))
                : new Viewed(VIEWS.decode(Arrays.copyOfRange(bytes, Integer.BYTES + entryLength, bytes.length)));
    }

    /** The listing entry's bytes alone; null where there is no view. */
    static byte @Nullable [] entryIn(byte[] bytes) {
        int entryLength = ByteBuffer.wrap(bytes).getInt();
        return entryLength == 0 ? null : Arrays.copyOfRange(bytes, Integer.BYTES, Integer.BYTES + entryLength);
    }
}
