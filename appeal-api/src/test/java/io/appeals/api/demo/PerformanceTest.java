package io.appeals.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.demo.Tally.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PerformanceTest {

    private static final int APPEALS = 30;
    private static final double AS_FAST_AS_IT_GOES = 100_000;

    private final long seed = new Random().nextLong(1_000_000);
    private final Playwright playwright =
            new Playwright(seed, "test", Cast.of(5), Stories.load(), ShippedCategories.all(), Plot.all(false));
    private final List<String> told = new ArrayList<>();
    private final Tally tally = new Tally(told::add);
    private final Set<String> happenedBefore = ConcurrentHashMap.newKeySet();

    private FakeApi api;

    @BeforeEach
    void startApi() throws IOException {
        api = new FakeApi();
    }

    @AfterEach
    void stopApi() {
        api.close();
    }

    private Snapshot playAll(double rate) throws InterruptedException {
        try (ApiClient client = new ApiClient(api.uri())) {
            new Performance(playwright, client, PlayTime.usual(), tally, rate, APPEALS).run();
        }
        return tally.snapshot();
    }

    private List<Scenario> scenarios() {
        return IntStream.range(0, APPEALS).mapToObj(playwright::scenario).toList();
    }

    private void assertThatEverythingHappenedOnce() {
        for (Scenario scenario : scenarios()) {
            assertThat(api.product().state(scenario.appealId()).version())
                    .as("seed %d, %s", seed, scenario.appealId())
                    .isEqualTo(scenario.steps().getLast().after().version());
        }
    }

    @Test
    void everyAppealIsPlayedToItsEnd() throws InterruptedException {
        Snapshot played = playAll(AS_FAST_AS_IT_GOES);

        assertThat(told).as("seed %d", seed).isEmpty();
        assertThat(played.isClean()).isTrue();
        assertThat(played.begun()).isEqualTo(APPEALS);
        assertThat(played.open())
                .isEqualTo(scenarios().stream()
                        .filter(scenario -> scenario.plot().leftOpen())
                        .count());
        assertThat(played.commands())
                .isEqualTo(scenarios().stream()
                        .mapToLong(
                                scenario -> scenario.steps().getLast().after().version())
                        .sum());
        assertThatEverythingHappenedOnce();
    }

    @Test
    void appealsGoOnWhileOthersDo() throws InterruptedException {
        playAll(AS_FAST_AS_IT_GOES);

        List<String> appealIds = scenarios().stream().map(Scenario::appealId).toList();
        List<Integer> order = api.requests.stream()
                .map(request -> request.split("/", -1))
                .filter(parts -> parts.length > 3)
                .map(parts -> appealIds.indexOf(parts[3]))
                .toList();
        long switches = IntStream.range(1, order.size())
                .filter(i -> !order.get(i).equals(order.get(i - 1)))
                .count();
        assertThat(switches).as("seed %d, order %s", seed, order).isGreaterThan(APPEALS);
    }

    @Test
    void aNodeThatIsNotReadyIsAskedAgain() throws InterruptedException {
        api.notReady = request -> happenedBefore.add(request);

        Snapshot played = playAll(AS_FAST_AS_IT_GOES);

        assertThat(played.isClean()).as("seed %d: %s", seed, told).isTrue();
        assertThat(played.retried()).isGreaterThanOrEqualTo(APPEALS);
        assertThatEverythingHappenedOnce();
    }

    @Test
    void aCommandWhoseAnswerGotLostIsSentAgainAndHappensOnce() throws InterruptedException {
        api.answerLost = request -> request.endsWith("/submit") && happenedBefore.add(request);

        Snapshot played = playAll(AS_FAST_AS_IT_GOES);

        assertThat(told).as("seed %d", seed).isEmpty();
        assertThat(played.errors()).isPositive().isEqualTo(happenedBefore.size());
        assertThatEverythingHappenedOnce();
    }

    @Test
    void whatIsRefusedIsCountedAndTheFirstFewAreToldInWords() throws InterruptedException {
        api.refused = request -> request.endsWith("/decision");

        Snapshot played = playAll(AS_FAST_AS_IT_GOES);

        assertThat(played.refused()).as("seed %d", seed).isGreaterThan(5);
        assertThat(told).hasSize(6);
        assertThat(told.getFirst())
                .contains("AppealDecided", "HTTP 422", "A rule forbids this", "Say why.", "/reasons they are missing");
        assertThat(told.getLast()).contains("only counted");
    }

    @Test
    void aRateIsKept() throws InterruptedException {
        long begun = System.nanoTime();
        long commands = playAll(250).commands();

        double seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(commands / seconds).isLessThan(275);
    }
}
