package io.appeals.projections.sla.serving;

import io.appeals.projections.AppealPage;
import io.appeals.projections.AppealQueries;
import io.appeals.projections.ListingQuery;
import io.appeals.projections.NotReady;
import io.appeals.projections.Readiness;
import io.appeals.projections.serving.LocalPartition;
import io.appeals.projections.serving.LocalPartitions;
import io.appeals.projections.serving.ReadinessCheck;
import io.appeals.projections.serving.Snapshots;
import io.appeals.projections.sla.DeadlineListing;
import io.appeals.projections.sla.DeadlineQueries;
import io.appeals.projections.sla.Page;
import io.appeals.projections.sla.TimedAppeal;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.store.StoredAppeal;
import io.appeals.projections.status.AppealView;
import io.appeals.projections.store.StoreSnapshot;
import io.appeals.schema.topic.AppealPartition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Joins the views and the clocks of this node, which must hold every partition that a question needs. */
public final class LocalDeadlineQueries implements DeadlineQueries {

    private static final Duration RETRY_SOON = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final AppealQueries appeals;
    private final LocalPartitions views;
    private final LocalPartitions partitions;
    private final ReadinessCheck check;
    private final PinnedBooks books;
    private final JoinedClocks clocks;
    private final InstantSource time;
    private final Duration patience;
    private final DeadlineBounds bounds;

    /**
     * @param appeals that {@code views} are asked with
     * @param partitions of the clocks
     * @param check of the clocks
     * @param policies in force
     * @param patience how long to wait for a view that is behind its clocks at most
     */
    public LocalDeadlineQueries(
            AppealQueries appeals,
            LocalPartitions views,
            LocalPartitions partitions,
            ReadinessCheck check,
            PolicyBook policies,
            InstantSource time,
            Duration patience,
            DeadlineBounds bounds) {
        this.appeals = appeals;
        this.views = views;
        this.partitions = partitions;
        this.check = check;
        this.books = new PinnedBooks(policies);
        this.clocks = new JoinedClocks(appeals, books);
        this.time = time;
        this.patience = patience;
        this.bounds = bounds;
    }

    @Override
    public Optional<TimedAppeal> appeal(String appealId, long minVersion) {
        Optional<AppealView> view = appeals.appeal(appealId, minVersion);
        if (view.isEmpty()) {
            return Optional.empty();
        }
        Optional<StoreSnapshot> snapshot = partitions
                .at(AppealPartition.of(appealId, partitions.count()))
                .filter(LocalPartition::isCaughtUp)
                .flatMap(LocalPartition::snapshot);
        if (snapshot.isEmpty()) {
            return view.map(this::withoutClocks);
        }
        StoredAppeal stored;
        try (StoreSnapshot rows = snapshot.get()) {
            stored = clocks.stored(appealId, rows);
        }
        return (JoinedClocks.areAhead(stored, view.get()) ? appeals.appeal(appealId, versionOf(stored)) : view)
                .map(now -> clocks.join(now, stored, time.instant()).appeal());
    }

    private static long versionOf(@Nullable StoredAppeal stored) {
        return stored == null ? 0 : stored.clocks().version();
    }

    private TimedAppeal withoutClocks(AppealView view) {
        return TimedAppeal.withoutClocks(view, check.notReady().progress());
    }

    @Override
    public Page<TimedAppeal> list(DeadlineListing listing) {
        return listing.needsClocks()
                ? patiently(() -> byClocks(listing))
                : patiently(() -> withClocks(listing.appeals()));
    }

    private Optional<Page<TimedAppeal>> byClocks(DeadlineListing listing) {
        Instant now = time.instant();
        try (SlaSnapshots rows = SlaSnapshots.ofAll(partitions).orElseThrow(check::notReady);
                Snapshots all = Snapshots.ofAll(views).orElseThrow(this::viewsNotReady)) {
            ConditionFilter filter = new ConditionFilter(listing, books, now);
            return new DeadlinePage(listing, rows, all, clocks, filter, bounds, now).page();
        }
    }

    private NotReady viewsNotReady() {
        Readiness readiness = appeals.readiness();
        return new NotReady(readiness.progress(), readiness.ready() ? RETRY_SOON : readiness.retryAfter());
    }

    /** A listing that does not ask for clocks goes on without them. */
    private Optional<Page<TimedAppeal>> withClocks(ListingQuery query) {
        Optional<SlaSnapshots> snapshots = SlaSnapshots.ofAll(partitions);
        if (snapshots.isEmpty()) {
            AppealPage page = appeals.list(query);
            return Optional.of(
                    new Page<>(page.items().stream().map(this::withoutClocks).toList(), page.nextCursor()));
        }
        try (SlaSnapshots rows = snapshots.get()) {
            AppealPage page = appeals.list(query);
            return joined(page.items(), rows).map(items -> new Page<>(items, page.nextCursor()));
        }
    }

    private Optional<List<TimedAppeal>> joined(List<AppealView> page, SlaSnapshots rows) {
        Instant now = time.instant();
        List<TimedAppeal> items = new ArrayList<>();
        for (AppealView view : page) {
            StoredAppeal stored =
                    clocks.stored(view.appealId(), rows.partition(AppealPartition.of(view.appealId(), rows.count())));
            if (JoinedClocks.areAhead(stored, view)) {
                return Optional.empty();
            }
            items.add(clocks.join(view, stored, now).appeal());
        }
        return Optional.of(items);
    }

    /** Looks again while a view is behind its clocks. */
    private <T> T patiently(Supplier<Optional<T>> look) {
        long giveUpAt = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > giveUpAt || Thread.interrupted()) {
                throw new NotReady("some appeals are behind their clocks yet", RETRY_SOON);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }
}
