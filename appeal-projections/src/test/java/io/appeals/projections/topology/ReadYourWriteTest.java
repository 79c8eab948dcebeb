package io.appeals.projections.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appeals.projections.ListingQuery;
import io.appeals.projections.ListingSort;
import io.appeals.projections.NotReady;
import io.appeals.projections.history.AppealHistory;
import io.appeals.projections.status.AppealView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadYourWriteTest {

    @TempDir
    Path folder;

    private ProjectionDriver projection;

    private final AppealHistory history =
            AppealHistory.of("seller-1", "L-1").enforced().opened().submitted();

    @BeforeEach
    void start() {
        projection = new ProjectionDriver(folder);
    }

    @AfterEach
    void stop() {
        projection.close();
    }

    @Test
    void nothingIsAnsweredBeforeTheLogIsReadToItsEnd() {
        projection.read(history);

        assertThatThrownBy(() -> projection.queries().appeal(history.appealId()))
                .isInstanceOf(NotReady.class);
        assertThatThrownBy(() -> projection.queries().timeline(history.appealId(), 0, 10))
                .isInstanceOf(NotReady.class);
        assertThatThrownBy(() -> projection.queries().list(ListingQuery.all(ListingSort.OPENED_ASCENDING, 10)))
                .isInstanceOf(NotReady.class);
        assertThatThrownBy(() -> projection.queries().sellerSummary("seller-1")).isInstanceOf(NotReady.class);
        assertThatThrownBy(() -> projection.queries().command("command-1")).isInstanceOf(NotReady.class);
        assertThat(projection.queries().readiness().ready()).isFalse();

        projection.caughtUp();
        assertThat(projection.queries().appeal(history.appealId())).isPresent();
        assertThat(projection.queries().readiness().ready()).isTrue();
    }

    @Test
    void progressSaysHowManyEventsAreRead() {
        projection.read(history);
        projection.partitions().open().forEach(partition -> {
            partition.source(StatusTopology.SOURCES.getFirst()).ifPresent(events -> {
                events.endsAt(15_000);
                events.positionedAt(0);
                events.delivered(11_999);
                events.processed(11_999);
                events.positionedAt(12_000);
            });
        });

        assertThat(projection.queries().readiness().progress()).isEqualTo("caught up 12,000 of 15,000 events");
        assertThatThrownBy(() -> projection.queries().appeal(history.appealId()))
                .isInstanceOf(NotReady.class)
                .hasMessage("caught up 12,000 of 15,000 events");
    }

    @Test
    void aVersionThatIsThereIsAnsweredAtOnce() {
        projection.caughtUp().read(history);

        assertThat(projection.queries().appeal(history.appealId(), 3))
                .get()
                .satisfies(view -> assertThat(view.version()).isEqualTo(3));
    }

    @Test
    void aVersionThatNeverComesIsNotReadyAndNeverNotFound() {
        projection.caughtUp().read(history.event(1));

        assertThatThrownBy(() -> projection.queries().appeal(history.appealId(), 2))
                .isInstanceOf(NotReady.class)
                .hasMessageContaining("version 2");
        assertThatThrownBy(() -> projection.queries().appeal("an-appeal-just-made", 1))
                .isInstanceOf(NotReady.class);
    }

    @Test
    void manyReadersWaitForTheirVersionAndAreWokenWhenItIsFolded() throws Exception {
        projection.caughtUp().read(history.event(1));
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch started = new CountDownLatch(100);
            List<Future<Optional<AppealView>>> answers = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                long wanted = 2 + i % 2;
                answers.add(readers.submit(() -> {
                    started.countDown();
                    return projection.queries().appeal(history.appealId(), wanted);
                }));
            }
            assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
            projection.read(history.event(2));
            projection.read(history.event(3));

            for (int i = 0; i < answers.size(); i++) {
                long wanted = 2 + i % 2;
                assertThat(answers.get(i).get(10, TimeUnit.SECONDS))
                        .get()
                        .satisfies(view -> assertThat(view.version()).isGreaterThanOrEqualTo(wanted));
            }
        }
    }

    @Test
    void aDegradedAppealIsAnsweredAsItIsInsteadOfWaitedFor() {
        projection.caughtUp().read(history.event(1));
        projection.read(history.event(3));

        long before = System.nanoTime();
        assertThat(projection.queries().appeal(history.appealId(), 3))
                .get()
                .satisfies(view -> assertThat(view.degradedSince()).isEqualTo(2));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(ProjectionDriver.PATIENCE);
    }
}
