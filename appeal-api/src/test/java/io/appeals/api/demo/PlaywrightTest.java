package io.appeals.api.demo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.appeals.api.demo.Step.Look;
import io.appeals.api.demo.Step.Send;
import io.appeals.schema.appeal.AppealStatus;
import io.appeals.schema.appeal.Outcome;
import io.appeals.schema.appeal.Stage;
import io.appeals.schema.appeal.SubjectType;
import io.appeals.schema.result.CommandResult;
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
    private static final Instant NOW = Instant.now();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Scenario> scenarios = scenarios(SEED);

    private static List<Scenario> scenarios(long seed) {
        Playwright playwright = new Playwright(seed, "test", Cast.of(12), Stories.load(), ShippedCategories.all());
        return IntStream.range(0, APPEALS)
                .mapToObj(number -> playwright.scenario(number, NOW))
                .toList();
    }

    @Test
    void everyStepDoesWhatTheScenarioSays() {
        InMemoryProduct product = new InMemoryProduct();
        for (Scenario scenario : scenarios) {
            for (int i = 0; i < scenario.steps().size(); i++) {
                play(product, scenario, i);
            }
        }
    }

    private static void play(InMemoryProduct product, Scenario scenario, int number) {
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
            case Send send -> {
                CommandResult result = product.send(
                        send.who().role(),
                        send.who().id(),
                        send.verb().name(),
                        send.path(),
                        JSON.valueToTree(send.body().fields()),
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
        assertThat(scenarios.stream().map(Scenario::plot)).as("seed %d", SEED).contains(Plot.values());
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
