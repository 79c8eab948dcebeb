package io.appeals.projections.sla.serving;

import io.appeals.projections.NotReady;
import io.appeals.projections.Readiness;
import io.appeals.projections.listing.Place;
import io.appeals.projections.serving.LocalPartition;
import io.appeals.projections.serving.LocalPartitions;
import io.appeals.projections.serving.ReadinessCheck;
import io.appeals.projections.sla.AlertQuery;
import io.appeals.projections.sla.ClockCensus;
import io.appeals.projections.sla.ClockQuery;
import io.appeals.projections.sla.Page;
import io.appeals.projections.sla.ProvenClock;
import io.appeals.projections.sla.SlaQueries;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.store.SlaKeys;
import io.appeals.projections.store.StoreSnapshot;
import io.appeals.schema.table.SlaAlert;
import io.appeals.schema.table.SlaClockRow;
import io.appeals.schema.topic.AppealPartition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answers from the stores of this node, which must hold every partition that a question needs. */
public final class LocalSlaQueries implements SlaQueries {

    private static final Duration RETRY_SOON = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final LocalPartitions partitions;
    private final ReadinessCheck check;
    private final PolicyBook policies;
    private final PinnedBooks books;
    private final InstantSource clock;
    private final Duration patience;

    /** @param patience how long to wait for a version at most */
    public LocalSlaQueries(
            LocalPartitions partitions,
            ReadinessCheck check,
            PolicyBook policies,
            InstantSource clock,
            Duration patience) {
        this.partitions = partitions;
        this.check = check;
        this.policies = policies;
        this.books = new PinnedBooks(policies);
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public List<ProvenClock> clocks(String appealId, long minVersion) {
        long giveUpAt = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<List<ProvenClock>> found = read(
                    appealId,
                    stored -> stored.appeal(appealId)
                            .filter(row -> row.clocks().version() >= minVersion
                                    || row.clocks().degradedSince() != null)
                            .map(row -> stored.all(row.clocks(), clock.instant())));
            if (found.isPresent() || minVersion <= 0) {
                return found.orElse(List.of());
            }
            if (System.nanoTime() > giveUpAt || Thread.interrupted()) {
                throw new NotReady(
                        "the clocks of appeal " + appealId + " have not reached version " + minVersion + " yet",
                        RETRY_SOON);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    @Override
    public Page<SlaClockRow> clocks(ClockQuery query) {
        TimedCursor cursor = new TimedCursor("clocks" + new ClockFilter(query).asked());
        Instant now = clock.instant();
        return ascending(
                SlaKeys.breaches(query.sellerId()),
                cursor,
                query.cursor(),
                query.limit(),
                query.dueBefore(),
                (rows, place) -> new ClockFilter(query).row(place.appealId(), rows, books, now));
    }

    private <T> Page<T> ascending(
            byte[] prefix,
            TimedCursor cursor,
            @Nullable String asked,
            int limit,
            @Nullable Instant before,
            BiFunction<StoreSnapshot, Place, Optional<T>> load) {
        Place after = cursor.place(asked).orElse(null);
        Predicate<Place> within = place -> before == null || place.moment().isBefore(before);
        try (SlaSnapshots all = allPartitions()) {
            return TimedPages.page(all.scan(prefix, after, false), false, limit, cursor, asked, within, load);
        }
    }

    @Override
    public Page<SlaAlert> alerts(AlertQuery query) {
        AlertFilter filter = new AlertFilter(query);
        TimedCursor cursor = new TimedCursor("alerts" + filter.asked());
        Place after = cursor.place(query.cursor()).orElseGet(filter::start);
        byte[] prefix = query.sellerId() == null ? SlaKeys.alerts() : SlaKeys.alertsOf(query.sellerId());
        try (SlaSnapshots all = allPartitions()) {
            return TimedPages.page(
                    all.scan(prefix, after, true),
                    true,
                    query.limit(),
                    cursor,
                    query.cursor(),
                    filter::isWithin,
                    filter::alert);
        }
    }

    @Override
    public ClockCensus census() {
        CensusTaker taker = new CensusTaker(clock.instant());
        // One after the other: as long as a store is looked through it cannot be closed.
        partitions.open().forEach(partition -> partition.snapshot().ifPresent(rows -> count(partition, rows, taker)));
        return taker.result();
    }

    private static void count(LocalPartition partition, StoreSnapshot snapshot, CensusTaker taker) {
        try (StoreSnapshot rows = snapshot) {
            taker.lookForOverdue(rows);
            if (partition.isCaughtUp()) {
                taker.count(rows);
            }
        }
    }

    @Override
    public PolicyBook policies() {
        return policies;
    }

    @Override
    public Readiness readiness() {
        return check.readiness();
    }

    private SlaSnapshots allPartitions() {
        return SlaSnapshots.ofAll(partitions).orElseThrow(check::notReady);
    }

    private <T> T read(String appealId, Function<StoredClocks, T> question) {
        LocalPartition partition = partitions
                .at(AppealPartition.of(appealId, partitions.count()))
                .filter(LocalPartition::isCaughtUp)
                .orElseThrow(check::notReady);
        try (StoreSnapshot rows = partition.snapshot().orElseThrow(check::notReady)) {
            return question.apply(stored(rows));
        }
    }

    private StoredClocks stored(StoreSnapshot rows) {
        return new StoredClocks(rows, id -> books.pinned(id, rows));
    }
}
