package io.appeals.projections.serving;

import io.appeals.projections.listing.Candidates;
import io.appeals.projections.listing.ListingFacts;
import io.appeals.projections.listing.ListingScope;
import io.appeals.projections.listing.Ordering;
import io.appeals.projections.listing.Place;
import io.appeals.projections.status.AppealView;
import io.appeals.projections.status.AppealViewFold;
import io.appeals.projections.status.Message;
import io.appeals.projections.store.AppealRow;
import io.appeals.projections.store.CommandOutcome;
import io.appeals.projections.store.StoreKeys;
import io.appeals.projections.store.StoreScan;
import io.appeals.projections.store.StoreSnapshot;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.wire.Published;
import io.appeals.schema.wire.WireFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** The store's bytes as what they mean, at the moment of one snapshot. */
public final class StoredAppeals {

    private static final WireFormat<RecordedEvent> EVENTS = Published.EVENTS.wireFormat();

    private final StoreSnapshot rows;

    StoredAppeals(StoreSnapshot rows) {
        this.rows = rows;
    }

    Optional<AppealRow> row(String appealId) {
        return Optional.ofNullable(rows.get(StoreKeys.appeal(appealId).get())).map(AppealRow::ofBytes);
    }

    /** What listings need to know of the appeal; empty where there is none, or none that can be shown. */
    public Optional<ListingFacts> facts(String appealId) {
        return Optional.ofNullable(rows.get(StoreKeys.appeal(appealId).get())).flatMap(AppealRow::factsIn);
    }

    /** The appeal's view; empty where there is none, or none that can be shown. */
    public Optional<AppealView> view(String appealId) {
        return row(appealId)
                .flatMap(row -> row instanceof AppealRow.Viewed viewed ? Optional.of(view(viewed)) : Optional.empty());
    }

    /** The row's view with its messages. */
    AppealView view(AppealRow.Viewed row) {
        if (row.messages() == 0) {
            return row.view();
        }
        List<Message> messages = new ArrayList<>(row.messages());
        try (StoreScan scan = rows.scan(StoreKeys.messages(row.view().appealId()), null, false)) {
            for (; scan.isValid(); scan.advance()) {
                messages.add(AppealRow.MESSAGES.decode(scan.value()));
            }
        }
        return row.view().withMessages(messages);
    }

    Optional<RecordedEvent> event(String appealId, long version) {
        return Optional.ofNullable(rows.get(StoreKeys.event(appealId, version).get()))
                .map(EVENTS::decode);
    }

    List<RecordedEvent> timeline(String appealId, long afterVersion, int limit) {
        List<RecordedEvent> events = new ArrayList<>();
        byte[] after = StoreKeys.event(appealId, afterVersion).get();
        try (StoreScan scan = rows.scan(StoreKeys.timeline(appealId), after, false)) {
            for (; events.size() < limit && scan.isValid(); scan.advance()) {
                events.add(EVENTS.decode(scan.value()));
            }
        }
        return events;
    }

    /** Folds what had happened by then, as far as the row itself could be folded. */
    Optional<AppealView> asOf(AppealView now, Instant moment) {
        AppealView view = null;
        try (StoreScan scan = rows.scan(StoreKeys.timeline(now.appealId()), null, false)) {
            for (; scan.isValid(); scan.advance()) {
                RecordedEvent event = EVENTS.decode(scan.value());
                boolean folded = event.version() <= now.version()
                        && (now.degradedSince() == null || event.version() < now.degradedSince());
                if (event.occurredAt().isAfter(moment) || !folded) {
                    break;
                }
                view = AppealViewFold.fold(view, event);
            }
        }
        return Optional.ofNullable(view)
                .map(folded -> now.degradedSince() == null ? folded : folded.degraded(now.degradedSince()));
    }

    /** @param day under which it would be kept */
    Optional<CommandOutcome> accepted(long day, String commandId) {
        return outcome(StoreKeys.accepted(day, commandId));
    }

    /** @param day under which it would be kept */
    Optional<CommandOutcome> published(long day, String commandId) {
        return outcome(StoreKeys.result(day, commandId));
    }

    private Optional<CommandOutcome> outcome(Bytes key) {
        return Optional.ofNullable(rows.get(key.get())).map(CommandOutcome.CODEC::decode);
    }

    List<Bytes> outcomesBefore(long day, int limit) {
        List<Bytes> keys = new ArrayList<>();
        for (byte[] kind : StoreKeys.outcomes()) {
            try (StoreScan scan = rows.scan(kind, null, false)) {
                while (keys.size() < limit && scan.isValid() && StoreKeys.dayIn(scan.key()) < day) {
                    keys.add(Bytes.wrap(scan.key()));
                    scan.advance();
                }
            }
        }
        return keys;
    }

    /** @param after null from the beginning of the ordering on */
    ScopeScan scope(ListingScope scope, Ordering ordering, @Nullable Place after, boolean descending, int partition) {
        byte[] prefix = StoreKeys.listing(scope, ordering);
        byte[] start = after == null ? null : StoreKeys.listing(scope, ordering, after);
        return new ScopeScan(rows.scan(prefix, start, descending), prefix.length, partition);
    }

    long degradedCount() {
        long count = 0;
        try (StoreScan scan = rows.scan(StoreKeys.degraded(), null, false)) {
            for (; scan.isValid(); scan.advance()) {
                count++;
            }
        }
        return count;
    }

    /** One scope's entries of the index, as candidates for a page. */
    public static final class ScopeScan implements Candidates, AutoCloseable {

        private final StoreScan scan;
        private final int placeAt;
        private final int partition;
        private @Nullable Candidate current;

        private ScopeScan(StoreScan scan, int placeAt, int partition) {
            this.scan = scan;
            this.placeAt = placeAt;
            this.partition = partition;
            read();
        }

        private void read() {
            current = scan.isValid()
                    ? new Candidate(Place.ofBytes(scan.key(), placeAt), AppealRow.FACTS.decode(scan.value()), partition)
                    : null;
        }

        @Override
        public @Nullable Candidate current() {
            return current;
        }

        @Override
        public void advance() {
            scan.advance();
            read();
        }

        @Override
        public void close() {
            scan.close();
        }
    }
}
