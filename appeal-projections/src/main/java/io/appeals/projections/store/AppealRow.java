package io.appeals.projections.store;

import io.appeals.projections.listing.ListingEntry;
import io.appeals.projections.listing.ListingFacts;
import io.appeals.projections.status.AppealView;
import io.appeals.projections.status.Message;
import io.appeals.schema.wire.RecordCodec;
import java.util.Optional;

/**
 * What the store keeps of an appeal: its view with what listings need of it in front, so that indexes can be derived without reading the view; or, where even the first event could not be folded, only since when it is degraded.
 */
public sealed interface AppealRow {

    RecordCodec<AppealView> VIEWS = RecordCodec.of(AppealView.class);
    RecordCodec<Message> MESSAGES = RecordCodec.of(Message.class);
    RecordCodec<ListingFacts> FACTS = RecordCodec.of(ListingFacts.class);

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
                RowFormat.write(ListingEntry.of(view), messages, VIEWS.encode(view));
            case Unviewable(long since) -> RowFormat.writeUnviewable(since);
        };
    }

    /** What listings need to know, without reading the view; empty where there is none. */
    static Optional<ListingFacts> factsIn(byte[] bytes) {
        return RowFormat.isViewable(bytes) ? Optional.of(FACTS.decode(RowFormat.facts(bytes))) : Optional.empty();
    }

    static AppealRow ofBytes(byte[] bytes) {
        return RowFormat.isViewable(bytes)
                ? new Viewed(VIEWS.decode(RowFormat.view(bytes)), RowFormat.messages(bytes))
                : new Unviewable(RowFormat.degradedSince(bytes));
    }
}
