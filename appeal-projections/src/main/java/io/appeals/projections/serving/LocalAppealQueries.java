package io.appeals.projections.serving;

import io.appeals.projections.AppealPage;
import io.appeals.projections.AppealQueries;
import io.appeals.projections.ListingQuery;
import io.appeals.projections.NotReady;
import io.appeals.projections.Readiness;
import io.appeals.projections.SellerSummary;
import io.appeals.projections.listing.Candidates.Candidate;
import io.appeals.projections.listing.Cursor;
import io.appeals.projections.listing.ListingScope;
import io.appeals.projections.listing.Ordering;
import io.appeals.projections.listing.PageMerge;
import io.appeals.projections.listing.Place;
import io.appeals.projections.listing.SummaryCount;
import io.appeals.projections.serving.StoredAppeals.ScopeScan;
import io.appeals.projections.serving.VersionWaits.Wait;
import io.appeals.projections.status.AppealView;
import io.appeals.projections.store.AppealRow;
import io.appeals.projections.store.StoreKeys;
import io.appeals.projections.store.StoreSnapshot;
import io.appeals.schema.event.RecordedEvent;
import io.appeals.schema.result.CommandResult;
import io.appeals.schema.topic.AppealPartition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers from the stores of this node, which must hold every partition that a question needs. */
public final class LocalAppealQueries implements AppealQueries {

    private static final Duration RETRY_SOON = Duration.ofSeconds(1);
    private static final Duration RETRY_AFTER_REPAIR = Duration.ofMinutes(1);

    private final LocalPartitions partitions;
    private final ReadinessCheck check;
    private final Duration patience;
    private final InstantSource clock;

    /** @param patience how long to wait for a version at most */
    public LocalAppealQueries(
            LocalPartitions partitions, ReadinessCheck check, Duration patience, InstantSource clock) {
        this.partitions = partitions;
        this.check = check;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public Optional<AppealView> appeal(String appealId, long minVersion) {
        LocalPartition partition = partitionOf(appealId);
        return minVersion > 0
                ? Optional.of(viewAt(partition, appealId, minVersion))
                : read(partition, appeals -> appeals.row(appealId).map(row -> viewOf(row, appeals)));
    }

    /** Listens first and reads then: a change in between is heard. */
    private AppealView viewAt(LocalPartition partition, String appealId, long minVersion) {
        long giveUpAt = System.nanoTime() + patience.toNanos();
        try (Wait wait = partition.waits().begin(appealId)) {
            while (true) {
                Optional<AppealView> view = read(
                        partitionOf(appealId),
                        appeals -> appeals.row(appealId)
                                .filter(row -> isEnough(row, minVersion))
                                .map(row -> viewOf(row, appeals)));
                if (view.isPresent()) {
                    return view.get();
                }
                Duration left = Duration.ofNanos(giveUpAt - System.nanoTime());
                if (left.isNegative() || !wait.await(left)) {
                    throw new NotReady(
                            "the view of appeal " + appealId + " has not reached version " + minVersion + " yet",
                            RETRY_SOON);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReady("interrupted while waiting for version " + minVersion, RETRY_SOON);
        }
    }

    private static boolean isEnough(AppealRow row, long minVersion) {
        return row.version() >= minVersion || row.isDegradedAt(minVersion);
    }

    private static AppealView viewOf(AppealRow row, StoredAppeals appeals) {
        return switch (row) {
            case AppealRow.Viewed viewed -> appeals.view(viewed);
            case AppealRow.Unviewable(long since) ->
                throw new NotReady(
                        "the appeal cannot be shown: it is degraded since version " + since
                                + ", and its dead letter says why",
                        RETRY_AFTER_REPAIR);
        };
    }

    @Override
    public Optional<AppealView> appealAsOf(String appealId, Instant asOf) {
        return read(
                partitionOf(appealId),
                appeals -> appeals.row(appealId)
                        .map(row -> viewOf(row, appeals))
                        .flatMap(view -> appeals.asOf(view, asOf)));
    }

    @Override
    public List<RecordedEvent> timeline(String appealId, long afterVersion, int limit) {
        if (limit < 1 || limit > ListingQuery.MAX_LIMIT) {
            throw new IllegalArgumentException("limit is from 1 to " + ListingQuery.MAX_LIMIT + ", but was " + limit);
        }
        return read(partitionOf(appealId), appeals -> appeals.timeline(appealId, afterVersion, limit));
    }

    @Override
    public AppealPage list(ListingQuery query) {
        Place after = Cursor.of(query).orElse(null);
        try (Snapshots all = allPartitions()) {
            List<ScopeScan> scans = all.scan(
                    ListingScope.covering(query),
                    Ordering.of(query.sort()),
                    after,
                    Ordering.isDescending(query.sort()));
            PageMerge.Page page = PageMerge.merge(scans, query);
            List<AppealView> items = page.candidates().stream()
                    .map(candidate -> viewOf(candidate, all.partition(candidate.partition())))
                    .toList();
            return new AppealPage(items, page.nextCursor());
        }
    }

    private static AppealView viewOf(Candidate candidate, StoredAppeals appeals) {
        return viewOf(appeals.row(candidate.place().appealId()).orElseThrow(), appeals);
    }

    @Override
    public SellerSummary sellerSummary(String sellerId) {
        SummaryCount count = new SummaryCount(sellerId);
        List<ListingScope> scope = List.of(new ListingScope(ListingScope.Kind.SELLER, sellerId));
        try (Snapshots all = allPartitions()) {
            for (ScopeScan scan : all.scan(scope, Ordering.OPENED, null, false)) {
                for (var each = scan.current(); each != null; each = scan.current()) {
                    count.add(each.place().appealId(), each.facts());
                    scan.advance();
                }
            }
        }
        return count.summary();
    }

    @Override
    public Optional<CommandResult> command(String commandId) {
        try (Snapshots all = allPartitions()) {
            return CommandLookup.find(commandId, StoreKeys.day(clock.instant()), all.partitions());
        }
    }

    @Override
    public Readiness readiness() {
        return check.readiness();
    }

    private Snapshots allPartitions() {
        return Snapshots.ofAll(partitions).orElseThrow(check::notReady);
    }

    private LocalPartition partitionOf(String appealId) {
        return partitions
                .at(AppealPartition.of(appealId, partitions.count()))
                .filter(LocalPartition::isCaughtUp)
                .orElseThrow(check::notReady);
    }

    private <T> T read(LocalPartition partition, Function<StoredAppeals, T> question) {
        try (StoreSnapshot rows = partition.snapshot().orElseThrow(check::notReady)) {
            return question.apply(new StoredAppeals(rows));
        }
    }
}
