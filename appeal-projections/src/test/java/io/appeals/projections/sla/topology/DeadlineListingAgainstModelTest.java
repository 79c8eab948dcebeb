package io.appeals.projections.sla.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.projections.ListingQuery;
import io.appeals.projections.ListingSort;
import io.appeals.projections.history.AppealHistory;
import io.appeals.projections.history.RandomHistory;
import io.appeals.projections.listing.ListingEntry;
import io.appeals.projections.listing.Ordering;
import io.appeals.projections.listing.Place;
import io.appeals.projections.sla.ClockCondition;
import io.appeals.projections.sla.DeadlineListing;
import io.appeals.projections.sla.DeadlineQueries;
import io.appeals.projections.sla.Page;
import io.appeals.projections.sla.TimedAppeal;
import io.appeals.projections.sla.appeal.AppealClocks;
import io.appeals.projections.sla.appeal.ClockFold;
import io.appeals.projections.sla.appeal.Folded;
import io.appeals.projections.sla.appeal.PolicyBooks;
import io.appeals.projections.sla.clock.AlertKind;
import io.appeals.projections.sla.clock.ClockFigures;
import io.appeals.projections.sla.clock.ClockState;
import io.appeals.projections.sla.clock.SlaClock;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.policy.yaml.PolicyFile;
import io.appeals.projections.sla.serving.DeadlineBounds;
import io.appeals.projections.status.AppealView;
import io.appeals.projections.status.AppealViewFold;
import io.appeals.projections.topology.ProjectionDriver;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.event.RecordedEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/** Listings by clocks against a model that folds views and clocks in memory and sorts them, under random histories of many appeals. */
class DeadlineListingAgainstModelTest {

    private static final int APPEALS = 40;
    private static final int SELLERS = 4;
    private static final Instant BEGINNING = AppealHistory.BEGINNING;
    private static final PolicyBook POLICIES = PolicyFile.shipped();
    private static final List<ClockCondition> CONDITIONS = List.of(ClockCondition.values());

    /** All ways: everything put in order at once; the deadlines walked through; and that with pages that end too soon. */
    private static final List<DeadlineBounds> BOUNDS =
            List.of(DeadlineBounds.USUAL, new DeadlineBounds(20_000, 0), new DeadlineBounds(5, 0));

    @TempDir
    Path folder;

    private final Map<String, Modelled> model = new HashMap<>();
    private Instant now = BEGINNING;

    private static final class Modelled {

        private @Nullable AppealView view;
        private @Nullable AppealClocks clocks;
        private final Set<ClockState> ended = EnumSet.noneOf(ClockState.class);

        void read(RecordedEvent event) {
            view = AppealViewFold.fold(view, event);
            Folded folded = ClockFold.fold(clocks, event, PolicyBooks.always(POLICIES));
            clocks = folded.after();
            folded.changed().stream()
                    .map(SlaClock::state)
                    .filter(state -> !state.isLive())
                    .forEach(ended::add);
        }

        AppealView view() {
            return Objects.requireNonNull(view);
        }

        List<SlaClock> live() {
            return Objects.requireNonNull(clocks).live();
        }

        @Nullable
        Instant deadline() {
            return live().stream()
                    .map(clock -> ClockFigures.of(clock, POLICIES).breachAt())
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    @RepeatedTest(6)
    void everyListingIsWhatTheModelSays(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        List<RandomHistory> histories = histories(random);
        try (ProjectionDriver views = new ProjectionDriver(folder.resolve("views")).caughtUp();
                SlaDriver clocks = new SlaDriver(folder.resolve("clocks"), BEGINNING).caughtUp()) {
            for (int round = 0; round < 8; round++) {
                for (int i = 0; i < 60; i++) {
                    step(views, clocks, random, histories.get(random.nextInt(APPEALS)));
                }
                clocks.passUntil(later(histories));
                now = clocks.now();
                for (int i = 0; i < 25; i++) {
                    DeadlineListing listing = randomListing(random);
                    for (DeadlineBounds bounds : BOUNDS) {
                        assertThat(ids(allPages(clocks.deadlines(views, bounds), listing)))
                                .as("seed %d, round %d, %s: %s", seed, round, bounds, listing)
                                .isEqualTo(expected(listing));
                    }
                }
                assertDeadlines(clocks.deadlines(views), seed);
            }
        }
    }

    @RepeatedTest(4)
    void pagesByDeadlineShowEachAppealThatDoesNotMoveOnce(RepetitionInfo repetition) {
        long seed = 100L + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        List<RandomHistory> histories = histories(random);
        try (ProjectionDriver views = new ProjectionDriver(folder.resolve("views")).caughtUp();
                SlaDriver clocks = new SlaDriver(folder.resolve("clocks"), BEGINNING).caughtUp()) {
            for (int i = 0; i < 300; i++) {
                step(views, clocks, random, histories.get(random.nextInt(APPEALS)));
            }
            Set<String> still = new HashSet<>(model.keySet());
            List<String> seen = new ArrayList<>();
            DeadlineListing listing =
                    new DeadlineListing(ListingQuery.all(ListingSort.OPENED_ASCENDING, 4), Set.of(), null, true);
            do {
                Page<TimedAppeal> page = clocks.deadlines(views).list(listing);
                seen.addAll(ids(page.items()));
                RandomHistory moving = histories.get(random.nextInt(APPEALS));
                still.remove(moving.history().appealId());
                step(views, clocks, random, moving);
                listing = listing.of(listing.appeals().from(page.nextCursor()));
            } while (listing.appeals().cursor() != null);

            assertThat(seen.stream().filter(still::contains))
                    .as("seed %d", seed)
                    .doesNotHaveDuplicates()
                    .containsAll(still);
        }
    }

    private static List<RandomHistory> histories(Random random) {
        List<RandomHistory> histories = new ArrayList<>();
        for (int i = 0; i < APPEALS; i++) {
            // Many begin at the same moment, so that places must be told apart by id.
            histories.add(new RandomHistory(
                    random,
                    AppealHistory.of(
                            "seller-" + random.nextInt(SELLERS),
                            "L-" + i,
                            BEGINNING.plus(Duration.ofMinutes(random.nextInt(3))))));
        }
        return histories;
    }

    private void step(ProjectionDriver views, SlaDriver clocks, Random random, RandomHistory history) {
        history.history().after(Duration.ofHours(random.nextInt(3) == 0 ? random.nextInt(30) : 0));
        if (history.step()) {
            RecordedEvent event = history.history().last();
            views.read(event);
            clocks.read(event);
            model.computeIfAbsent(event.appealId(), _ -> new Modelled()).read(event);
        }
    }

    private static Instant later(List<RandomHistory> histories) {
        return histories.stream()
                .map(each -> each.history().now())
                .sorted()
                .toList()
                .get(APPEALS / 2);
    }

    private DeadlineListing randomListing(Random random) {
        ListingQuery query = new ListingQuery(
                random.nextInt(3) == 0 ? "seller-" + random.nextInt(SELLERS) : null,
                random.nextInt(3) == 0 ? Set.of(AppealStatus.SUBMITTED, AppealStatus.UNDER_REVIEW) : Set.of(),
                null,
                random.nextInt(6) == 0 ? "PRODUCT_SAFETY" : null,
                random.nextInt(4) == 0 ? "rita" : null,
                null,
                random.nextInt(8) == 0 ? "lawyer-1" : null,
                ListingSort.values()[random.nextInt(ListingSort.values().length)],
                1 + random.nextInt(12),
                null);
        Set<ClockCondition> conditions = EnumSet.noneOf(ClockCondition.class);
        for (int i = random.nextInt(3); i > 0; i--) {
            conditions.add(CONDITIONS.get(random.nextInt(CONDITIONS.size())));
        }
        Instant dueBefore = random.nextInt(3) == 0 ? now.plus(Duration.ofHours(random.nextInt(-40, 100))) : null;
        return new DeadlineListing(query, conditions, dueBefore, random.nextBoolean());
    }

    private static List<TimedAppeal> allPages(DeadlineQueries queries, DeadlineListing first) {
        List<TimedAppeal> all = new ArrayList<>();
        DeadlineListing listing = first;
        do {
            Page<TimedAppeal> page = queries.list(listing);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(listing.appeals().limit());
            all.addAll(page.items());
            listing = listing.of(listing.appeals().from(page.nextCursor()));
        } while (listing.appeals().cursor() != null);
        return all;
    }

    private static List<String> ids(List<TimedAppeal> appeals) {
        return appeals.stream().map(appeal -> appeal.view().appealId()).toList();
    }

    private List<String> expected(DeadlineListing listing) {
        return model.values().stream()
                .filter(appeal -> matches(appeal, listing))
                .sorted(listing.nearestFirst() ? nearestFirst() : inOrder(listing.appeals()))
                .map(appeal -> appeal.view().appealId())
                .toList();
    }

    private static Comparator<Modelled> inOrder(ListingQuery query) {
        Comparator<Modelled> order = Comparator.comparing(appeal -> place(appeal.view(), Ordering.of(query.sort())));
        return Ordering.isDescending(query.sort()) ? order.reversed() : order;
    }

    private static Place place(AppealView view, Ordering ordering) {
        return new Place(ListingEntry.of(view).orderedBy(ordering), view.appealId());
    }

    private static Comparator<Modelled> nearestFirst() {
        return Comparator.comparing((Modelled appeal) -> appeal.live().isEmpty())
                .thenComparing(
                        appeal -> appeal.live().isEmpty() ? null : appeal.deadline(),
                        Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(appeal -> appeal.live().isEmpty()
                        ? place(appeal.view(), Ordering.OPENED)
                        : new Place(Instant.EPOCH, appeal.view().appealId()));
    }

    /** Written down again: the filter must not be measured with its own rule. */
    private boolean matches(Modelled appeal, DeadlineListing listing) {
        AppealView view = appeal.view();
        ListingQuery query = listing.appeals();
        Instant deadline = appeal.deadline();
        return (query.sellerId() == null || view.sellerId().equals(query.sellerId()))
                && (query.statuses().isEmpty() || query.statuses().contains(view.status()))
                && (query.category() == null || query.category().equals(view.category()))
                && (query.assignedTo() == null || query.assignedTo().equals(view.assignedTo()))
                && (query.representativeId() == null
                        || view.mandates().stream()
                                .anyMatch(mandate -> !mandate.isRevoked()
                                        && mandate.representativeId().equals(query.representativeId())))
                && (listing.dueBefore() == null || (deadline != null && deadline.isBefore(listing.dueBefore())))
                && (listing.conditions().isEmpty()
                        || listing.conditions().stream().anyMatch(condition -> is(condition, appeal)));
    }

    private boolean is(ClockCondition condition, Modelled appeal) {
        return switch (condition) {
            case RUNNING -> appeal.live().stream().anyMatch(clock -> clock.state() == ClockState.RUNNING);
            case PAUSED -> appeal.live().stream().anyMatch(clock -> clock.state() == ClockState.PAUSED);
            case BREACHED -> appeal.deadline() != null && !now.isBefore(appeal.deadline());
            case AT_RISK -> appeal.live().stream().anyMatch(this::isWarnedOnly);
            case MET -> appeal.ended.contains(ClockState.MET);
            case CANCELLED -> appeal.ended.contains(ClockState.CANCELLED);
        };
    }

    private boolean isWarnedOnly(SlaClock clock) {
        Set<AlertKind> come = EnumSet.noneOf(AlertKind.class);
        ClockFigures.of(clock, POLICIES).moments().stream()
                .filter(moment -> !moment.at().isAfter(now))
                .forEach(moment -> come.add(moment.kind()));
        return come.equals(EnumSet.of(AlertKind.WARNING));
    }

    private void assertDeadlines(DeadlineQueries queries, long seed) {
        model.forEach((appealId, appeal) -> {
            TimedAppeal told = queries.appeal(appealId, 0).orElseThrow();
            assertThat(told.clocksNotReady()).isNull();
            assertThat(told.view().version()).isEqualTo(appeal.view().version());
            assertThat(told.nextBreach().map(TimedAppeal.LiveClock::breachAt).orElse(null))
                    .as("seed %d, appeal %s", seed, appealId)
                    .isEqualTo(appeal.deadline());
        });
    }
}
