package io.appeals.projections.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appeals.api.broker.KafkaBroker;
import io.appeals.projections.AppealPage;
import io.appeals.projections.AppealQueries;
import io.appeals.projections.ListingQuery;
import io.appeals.projections.ListingSort;
import io.appeals.projections.NotReady;
import io.appeals.projections.Readiness;
import io.appeals.projections.history.AppealHistory;
import io.appeals.projections.history.RandomHistory;
import io.appeals.projections.status.AppealView;
import io.appeals.projections.status.AppealViewFold;
import io.appeals.schema.event.RecordedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Tag("broker")
@Tag("representative")
@Timeout(120)
class ProjectionOnARealLogTest {

    @RegisterExtension
    static final KafkaBroker broker = KafkaBroker.shared();

    @TempDir
    Path folder;

    /** The topics are shared with other tests: each has sellers of its own. */
    private final String seller = "seller-" + UUID.randomUUID();

    private LogWriter log;

    @BeforeEach
    void openLog() {
        log = new LogWriter(broker.bootstrapServers());
    }

    @AfterEach
    void closeLog() {
        log.close();
    }

    @Test
    void aReaderSeesItsOwnWriteAndSoonAfterItIsCommitted() {
        try (StatusProjection projection = start(folder)) {
            AppealQueries queries = ready(projection);
            AppealHistory history = AppealHistory.of(seller, "L-1", Instant.now());
            List<Long> micros = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                RecordedEvent event = i == 0
                        ? history.opened().last()
                        : history.statementAmended("number " + i).last();
                log.write(List.of(event));
                long committed = System.nanoTime();
                AppealView view =
                        queries.appeal(history.appealId(), event.version()).orElseThrow();
                micros.add((System.nanoTime() - committed) / 1_000);
                assertThat(view.version()).isEqualTo(event.version());
            }
            assertThat(micros.stream().sorted().toList().get(25))
                    .as("median microseconds from commit to view")
                    .isLessThan(100_000L);
        }
    }

    @Test
    void whatWasTakenBackIsNeverSeen() {
        try (StatusProjection projection = start(folder)) {
            AppealQueries queries = ready(projection);
            AppealHistory aborted = AppealHistory.of(seller, "aborted").opened();
            AppealHistory kept = AppealHistory.of(seller, "kept").opened();
            log.abort(aborted.events());
            log.write(kept);

            assertThat(queries.appeal(kept.appealId(), 1)).isPresent();
            assertThatThrownBy(() -> queries.appeal(aborted.appealId(), 1)).isInstanceOf(NotReady.class);
            assertThat(queries.appeal(aborted.appealId())).isEmpty();
        }
    }

    @Test
    void aRestartWithItsStateAnswersTheSameAsBefore() {
        Map<String, AppealView> expected = writeRandomHistories(30, 11);
        try (StatusProjection projection = start(folder)) {
            assertAnswers(ready(projection), expected);
        }
        AppealHistory meanwhile = AppealHistory.of(seller, "meanwhile").opened();
        log.write(meanwhile);
        try (StatusProjection projection = start(folder)) {
            AppealQueries queries = ready(projection);
            assertThat(queries.appeal(meanwhile.appealId())).isPresent();
            expected.put(meanwhile.appealId(), viewOf(meanwhile.events()));
            assertAnswers(queries, expected);
        }
    }

    @Test
    void aRestartWithoutItsStateRestoresAllOfItListingsIncluded() throws IOException {
        Map<String, AppealView> expected = writeRandomHistories(30, 12);
        try (StatusProjection projection = start(folder)) {
            assertAnswers(ready(projection), expected);
        }
        deleteAllIn(folder);
        try (StatusProjection projection = start(folder)) {
            assertAnswers(ready(projection), expected);
        }
    }

    @Test
    void afterAStartNothingIsAnsweredUntilTheLogIsReadToItsEnd() {
        Map<String, AppealView> expected = writeRandomHistories(20, 13);
        String any = expected.keySet().iterator().next();
        try (StatusProjection projection = start(folder)) {
            AppealQueries queries = projection.queries();
            int refused = 0;
            while (!queries.readiness().ready()) {
                try {
                    // A partition may be caught up before the whole is; then its answer is complete.
                    assertThat(queries.appeal(any)).contains(expected.get(any));
                } catch (NotReady e) {
                    refused++;
                    assertThat(e.retryAfter()).isPositive();
                    assertThat(e.progress()).matches("restored \\d+ %|opened .*|caught up .*");
                }
            }
            assertThat(refused).isPositive();
            assertAnswers(queries, expected);
        }
    }

    @Test
    void aBadByteInTheMiddleOfTheLogStopsNothing() {
        AppealHistory before = AppealHistory.of(seller, "before").opened();
        AppealHistory broken = AppealHistory.of(seller, "broken").opened();
        AppealHistory after = AppealHistory.of(seller, "after").opened();
        try (StatusProjection projection = start(folder)) {
            AppealQueries queries = ready(projection);
            log.write(before);
            log.write(broken);
            log.writeBytes(broken.appealId(), new byte[] {7, 7, 7});
            log.write(after);

            assertThat(queries.appeal(after.appealId(), 1)).isPresent();
            assertThat(queries.appeal(broken.appealId(), 2))
                    .get()
                    .satisfies(view -> assertThat(view.degradedSince()).isEqualTo(2));
            Readiness readiness = queries.readiness();
            assertThat(readiness.ready()).isTrue();
            assertThat(readiness.degradedAppeals()).isPositive();
        }
    }

    @Test
    void howFarItIsBehindTheLogIsKnown() {
        try (StatusProjection projection = start(folder)) {
            AppealQueries queries = ready(projection);
            AppealHistory history = AppealHistory.of(seller, "L-1").opened().submitted();
            log.write(history);
            assertThat(queries.appeal(history.appealId(), 2)).isPresent();

            Instant giveUpAt = Instant.now().plus(Duration.ofSeconds(30));
            while (!projection.status().lag().equals(OptionalLong.of(0))) {
                assertThat(Instant.now()).as(projection.status().toString()).isBefore(giveUpAt);
            }
            assertThat(projection.status().partitions()).isPositive();
            assertThat(projection.status().caughtUpPartitions())
                    .isEqualTo(projection.status().partitions());
        }
    }

    private StatusProjection start(Path stateFolder) {
        return StatusProjection.start(
                ProjectionSettings.usual(
                        broker.bootstrapServers(), "node-" + getClass().getSimpleName(), stateFolder),
                InstantSource.system());
    }

    private static AppealQueries ready(StatusProjection projection) {
        Instant giveUpAt = Instant.now().plus(Duration.ofSeconds(60));
        while (!projection.queries().readiness().ready()) {
            assertThat(Instant.now())
                    .as(projection.queries().readiness().toString())
                    .isBefore(giveUpAt);
            Thread.onSpinWait();
        }
        return projection.queries();
    }

    private Map<String, AppealView> writeRandomHistories(int appeals, long seed) {
        Random random = new Random(seed);
        Map<String, AppealView> views = new HashMap<>();
        for (int i = 0; i < appeals; i++) {
            RandomHistory history = new RandomHistory(random, AppealHistory.of(seller, "L-" + i));
            for (int step = 0; step < 12 && history.step(); step++) {
                // The story goes on.
            }
            log.write(history.history());
            views.put(history.history().appealId(), viewOf(history.history().events()));
        }
        return views;
    }

    private static AppealView viewOf(List<RecordedEvent> events) {
        AppealView view = AppealViewFold.fold(null, events.getFirst());
        for (RecordedEvent event : events.subList(1, events.size())) {
            view = AppealViewFold.fold(view, event);
        }
        return view;
    }

    private void assertAnswers(AppealQueries queries, Map<String, AppealView> expected) {
        expected.forEach((id, view) -> assertThat(queries.appeal(id)).contains(view));
        List<AppealView> listed = new ArrayList<>();
        ListingQuery query = ListingQuery.all(ListingSort.UPDATED_DESCENDING, 7).ofSeller(seller);
        do {
            AppealPage page = queries.list(query);
            listed.addAll(page.items());
            query = query.from(page.nextCursor());
        } while (query.cursor() != null);
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(expected.values())
                .isSortedAccordingTo(Comparator.comparing(
                                (AppealView view) -> view.milestones().updatedAt())
                        .reversed());
        assertThat(queries.sellerSummary(seller).total()).isEqualTo(expected.size());
    }

    private static void deleteAllIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!each.equals(folder)) {
                    Files.delete(each);
                }
            }
        }
    }
}
