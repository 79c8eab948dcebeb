package io.appeals.api.demo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.appeals.api.demo.Step.Await;
import io.appeals.api.demo.Step.Look;
import io.appeals.api.demo.Step.Send;
import io.appeals.commands.appeal.AppealState;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.appeal.SubjectType;
import io.appeals.schema.result.CommandResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlaywrightTest {

    private static final int APPEALS = 600;
    private static final long SEED = new Random().nextLong(1_000_000);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Scenario> scenarios = scenarios(SEED);
    private Instant now = Instant.now();

    private static List<Scenario> scenarios(long seed) {
        return scenarios(seed, false);
    }

    private static List<Scenario> scenarios(long seed, boolean compressed) {
        Playwright playwright = new Playwright(
                seed, "test", Cast.of(12), Stories.load(), ShippedCategories.all(), Plot.all(compressed));
        return IntStream.range(0, APPEALS).mapToObj(playwright::scenario).toList();
    }

    @Test
    void everyStepDoesWhatTheScenarioSays() {
        InMemoryProduct product = new InMemoryProduct(() -> now);
        for (Scenario scenario : scenarios) {
            for (int i = 0; i < scenario.steps().size(); i++) {
                play(product, scenario, i);
            }
        }
    }

    /** People take their time, and nobody takes so much of it that the appeal lapses who is not meant to. */
    @Test
    void everyStepDoesWhatTheScenarioSaysAlsoWhereTimePasses() {
        InMemoryProduct product = new InMemoryProduct(() -> now);
        for (Scenario scenario : scenarios(SEED, true)) {
            for (int i = 0; i < scenario.steps().size(); i++) {
                Step step = scenario.steps().get(i);
                now = now.plus(step.delay());
                assertThat(product.lapses(scenario.appealId()))
                        .as("seed %d, %s, step %d", SEED, scenario.plot(), i)
                        .isEqualTo(step instanceof Await);
                play(product, scenario, i);
            }
        }
    }

    @Test
    void whereTimePassesReviewersAreInTimeLateAndTooLate() {
        List<Duration> starts = scenarios(SEED, true).stream()
                .flatMap(scenario -> scenario.steps().stream())
                .filter(step -> step instanceof Look look && look.offered().contains("StartReview"))
                .map(Step::delay)
                .toList();

        assertThat(starts).as("seed %d", SEED).anyMatch(delay -> delay.compareTo(Duration.ofHours(24)) > 0);
        assertThat(starts)
                .as("seed %d", SEED)
                .anyMatch(delay ->
                        delay.compareTo(Duration.ofHours(18)) > 0 && delay.compareTo(Duration.ofHours(20)) < 0);
        assertThat(starts).as("seed %d", SEED).anyMatch(delay -> delay.compareTo(Duration.ofHours(13)) < 0);
    }

    private void play(InMemoryProduct product, Scenario scenario, int number) {
        Step step = scenario.steps().get(number);
        String where = "seed " + SEED + ", " + scenario.plot() + ", step " + number + " " + step;
        switch (step) {
            case Look look ->
                assertThat(product.offered(
                                scenario.appealId(),
                                look.who().role(),
                                look.who().id()))
                        .as(where)
                        .containsAll(look.offered());
            case Await await -> {
                AppealState state = product.state(scenario.appealId());
                assertThat(new Step.Standing(state.version(), Objects.requireNonNull(state.status()), state.stage()))
                        .as(where)
                        .isEqualTo(await.after());
            }
            case Send send -> {
                CommandResult result = product.send(
                        send.who().role(),
                        send.who().id(),
                        send.verb().name(),
                        send.path(),
                        JSON.valueToTree(send.body().sentAt(now).fields()),
                        scenario.appealId() + "-" + number,
                        send.seenVersion());
                assertThat(result.rejection()).as(where).isNull();
                assertThat(result.appealId()).as(where).isEqualTo(scenario.appealId());
                assertThat(result.events()).as(where).containsExactly(send.event());
                assertThat(new Step.Standing(
                                Objects.requireNonNull(result.version()),
                                Objects.requireNonNull(result.status()),
                                Objects.requireNonNull(result.stage())))
                        .as(where)
                        .isEqualTo(send.after());
            }
        }
    }

    @Test
    void theSameSeedMakesUpTheSameAppeals() {
        assertThat(scenarios(SEED)).as("seed %d", SEED).isEqualTo(scenarios);
    }

    @Test
    void anotherSeedMakesUpOthers() {
        assertThat(scenarios(SEED + 1)).as("seed %d", SEED).isNotEqualTo(scenarios);
    }

    @Test
    void everyAppealIsClosedUnlessItIsMeantToStayOpen() {
        for (Scenario scenario : scenarios) {
            assertThat(scenario.end() == AppealStatus.CLOSED)
                    .as("seed %d, %s", SEED, scenario)
                    .isEqualTo(!scenario.plot().leftOpen());
        }
    }

    @Test
    void everyPlotAndEveryCategoryAppears() {
        assertThat(scenarios.stream().map(Scenario::plot).distinct())
                .as("seed %d", SEED)
                .containsExactlyInAnyOrderElementsOf(Plot.all(false));
        assertThat(scenarios(SEED, true).stream().map(Scenario::plot).distinct())
                .as("seed %d", SEED)
                .containsExactlyInAnyOrder(Plot.values());
        Set<String> categories =
                ShippedCategories.all().stream().map(AppealCategory::code).collect(toSet());
        assertThat(categories).hasSize(11);
        assertThat(scenarios.stream().map(Scenario::category))
                .as("seed %d", SEED)
                .containsAll(categories);
    }

    @Test
    void everyOutcomeIsDecidedAtEveryStage() {
        Set<String> decided = new HashSet<>();
        sent("AppealDecided")
                .forEach(send -> decided.add(
                        send.body().fields().get("outcome") + " " + send.after().stage()));
        for (Outcome outcome : Outcome.values()) {
            for (Stage stage : List.of(Stage.FIRST_REVIEW, Stage.SUPERVISOR_REVIEW, Stage.PANEL_REVIEW)) {
                assertThat(decided).as("seed %d", SEED).contains(outcome + " " + stage);
            }
        }
    }

    @Test
    void enforcementsConcernAllTypesOfSubject() {
        Set<Object> types = new HashSet<>();
        sent("EnforcementRecorded")
                .forEach(send -> types.add(
                        ((Map<?, ?>) Objects.requireNonNull(send.body().fields().get("subject"))).get("type")));
        assertThat(types)
                .as("seed %d", SEED)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(SubjectType.values()).map(Enum::name).toList());
    }

    @Test
    void everythingThatPeopleCanDoHappens() {
        assertThat(scenarios.stream()
                        .flatMap(scenario -> scenario.steps().stream())
                        .filter(Send.class::isInstance)
                        .map(step -> ((Send) step).event()))
                .as("seed %d", SEED)
                .contains(
                        "EnforcementRecorded",
                        "AppealOpened",
                        "AppealAmended",
                        "EvidenceAttached",
                        "EvidenceRemoved",
                        "AppealSubmitted",
                        "ReviewerAssigned",
                        "ReviewStarted",
                        "AppealRejected",
                        "AppealRecategorized",
                        "EvidenceAssessed",
                        "InformationRequested",
                        "InformationProvided",
                        "DeadlineExtended",
                        "MessagePosted",
                        "AppealDecided",
                        "AppealClosed",
                        "AppealEscalated",
                        "ReferredExternally",
                        "ExternalOutcomeRecorded",
                        "RemedyImplemented",
                        "AppealWithdrawn",
                        "AppealReopened",
                        "MandateGranted",
                        "IntegrityFlagged");
    }

    private List<Send> sent(String event) {
        return scenarios.stream()
                .flatMap(scenario -> scenario.steps().stream())
                .filter(Send.class::isInstance)
                .map(Send.class::cast)
                .filter(send -> send.event().equals(event))
                .toList();
    }
}
