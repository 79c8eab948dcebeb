package io.appeals.projections.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.projections.AppealPage;
import io.appeals.projections.ListingQuery;
import io.appeals.projections.ListingSort;
import io.appeals.projections.SellerSummary;
import io.appeals.projections.history.AppealHistory;
import io.appeals.projections.history.RandomHistory;
import io.appeals.projections.listing.ListingEntry;
import io.appeals.projections.listing.Ordering;
import io.appeals.projections.listing.Place;
import io.appeals.projections.status.AppealView;
import io.appeals.projections.status.AppealViewFold;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.event.RecordedEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/** Listings against a model that folds everything in memory and sorts it, under random histories of many appeals. */
class ListingAgainstModelTest {

    private static final int APPEALS = 40;
    private static final int SELLERS = 4;

    @TempDir
    Path folder;

    private final Map<String, AppealView> model = new HashMap<>();

    @RepeatedTest(4)
    void everyListingIsWhatTheModelSays(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        List<RandomHistory> histories = histories(random);
        try (ProjectionDriver projection = new ProjectionDriver(folder).caughtUp()) {
            for (int round = 0; round < 12; round++) {
                for (int i = 0; i < 60; i++) {
                    step(projection, histories.get(random.nextInt(APPEALS)));
                }
                for (int i = 0; i < 25; i++) {
                    ListingQuery query = randomQuery(random);
                    assertThat(allPages(projection, query))
                            .as("seed %d, round %d: %s", seed, round, query)
                            .isEqualTo(expected(query));
                }
                assertSummaries(projection, seed);
            }
        }
    }

    @RepeatedTest(4)
    void pagesByOpeningShowEachAppealOnceThoughAppealsChangeBetweenThem(RepetitionInfo repetition) {
        long seed = 100L + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        List<RandomHistory> histories = histories(random);
        try (ProjectionDriver projection = new ProjectionDriver(folder).caughtUp()) {
            for (int i = 0; i < 400; i++) {
                step(projection, histories.get(random.nextInt(APPEALS)));
            }
            List<String> opened = model.values().stream()
                    .filter(view -> view.milestones().openedAt() != null)
                    .map(AppealView::appealId)
                    .toList();

            List<String> seen = new ArrayList<>();
            ListingQuery query = ListingQuery.all(ListingSort.OPENED_DESCENDING, 5);
            do {
                AppealPage page = projection.queries().list(query);
                page.items().forEach(view -> seen.add(view.appealId()));
                for (int i = 0; i < 10; i++) {
                    step(projection, histories.get(random.nextInt(APPEALS)));
                }
                query = query.from(page.nextCursor());
            } while (query.cursor() != null);

            assertThat(seen).as("seed %d", seed).doesNotHaveDuplicates().containsAll(opened);
        }
    }

    private static List<RandomHistory> histories(Random random) {
        List<RandomHistory> histories = new ArrayList<>();
        for (int i = 0; i < APPEALS; i++) {
            // Many begin at the same moment, so that places must be told apart by id.
            AppealHistory history = AppealHistory.of(
                    "seller-" + random.nextInt(SELLERS),
                    "L-" + i,
                    AppealHistory.BEGINNING.plus(Duration.ofMinutes(random.nextInt(3))));
            histories.add(new RandomHistory(random, history));
        }
        return histories;
    }

    private void step(ProjectionDriver projection, RandomHistory history) {
        if (history.step()) {
            RecordedEvent event = history.history().last();
            projection.read(event);
            model.compute(event.appealId(), (id, view) -> AppealViewFold.fold(view, event));
        }
    }

    private static ListingQuery randomQuery(Random random) {
        return new ListingQuery(
                random.nextInt(3) == 0 ? "seller-" + random.nextInt(SELLERS) : null,
                random.nextInt(3) == 0
                        ? EnumSet.of(oneOf(random, AppealStatus.values()), AppealStatus.UNDER_REVIEW)
                        : Set.of(),
                random.nextInt(6) == 0 ? oneOf(random, Stage.values()) : null,
                random.nextInt(6) == 0 ? "PRODUCT_SAFETY" : null,
                random.nextInt(4) == 0 ? "rita" : null,
                random.nextInt(8) == 0 ? "eu" : null,
                random.nextInt(8) == 0 ? "lawyer-1" : null,
                oneOf(random, ListingSort.values()),
                1 + random.nextInt(12),
                null);
    }

    private static <T> T oneOf(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static List<AppealView> allPages(ProjectionDriver projection, ListingQuery first) {
        List<AppealView> all = new ArrayList<>();
        ListingQuery query = first;
        do {
            AppealPage page = projection.queries().list(query);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(query.limit());
            all.addAll(page.items());
            query = query.from(page.nextCursor());
        } while (query.cursor() != null);
        return all;
    }

    private List<AppealView> expected(ListingQuery query) {
        Function<AppealView, Place> place =
                view -> new Place(ListingEntry.of(view).orderedBy(Ordering.of(query.sort())), view.appealId());
        Comparator<AppealView> order = Comparator.comparing(place);
        return model.values().stream()
                .filter(view -> matches(view, query))
                .sorted(Ordering.isDescending(query.sort()) ? order.reversed() : order)
                .toList();
    }

    /** Written down again, on the view: the index must not be measured with its own rule. */
    private static boolean matches(AppealView view, ListingQuery query) {
        return (query.sellerId() == null || view.sellerId().equals(query.sellerId()))
                && (query.statuses().isEmpty() || query.statuses().contains(view.status()))
                && (query.stage() == null || view.stage() == query.stage())
                && (query.category() == null || query.category().equals(view.category()))
                && (query.assignedTo() == null || query.assignedTo().equals(view.assignedTo()))
                && (query.queue() == null || query.queue().equals(view.queue()))
                && (query.representativeId() == null
                        || view.mandates().stream()
                                .anyMatch(mandate -> !mandate.isRevoked()
                                        && mandate.representativeId().equals(query.representativeId())));
    }

    private void assertSummaries(ProjectionDriver projection, long seed) {
        for (int i = 0; i < SELLERS; i++) {
            String sellerId = "seller-" + i;
            List<AppealView> own = model.values().stream()
                    .filter(view -> view.sellerId().equals(sellerId))
                    .toList();
            SellerSummary summary = projection.queries().sellerSummary(sellerId);
            assertThat(summary.total()).as("seed %d", seed).isEqualTo(own.size());
            assertThat(summary.open())
                    .as("seed %d", seed)
                    .isEqualTo(own.stream()
                            .filter(view -> view.status() != AppealStatus.CLOSED)
                            .count());
            for (AppealStatus status : AppealStatus.values()) {
                assertThat(summary.byStatus().getOrDefault(status, 0L))
                        .as("seed %d", seed)
                        .isEqualTo(own.stream()
                                .filter(view -> view.status() == status)
                                .count());
            }
            assertThat(summary.needsAction())
                    .as("seed %d", seed)
                    .extracting(SellerSummary.NeedsAction::dueAt)
                    .isSortedAccordingTo(Comparator.nullsLast(Comparator.naturalOrder()));
        }
    }
}
