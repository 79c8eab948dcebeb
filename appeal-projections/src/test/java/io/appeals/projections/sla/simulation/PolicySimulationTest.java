package io.appeals.projections.sla.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.appeals.projections.history.AppealHistory;
import io.appeals.projections.sla.policy.Metric;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.projections.sla.policy.yaml.PolicyFile;
import io.appeals.projections.sla.simulation.PolicySimulation.Comparison;
import io.appeals.projections.sla.simulation.PolicySimulation.Example;
import io.appeals.projections.sla.simulation.PolicySimulation.Tally;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicySimulationTest {

    private static final Instant BEGIN = AppealHistory.BEGINNING;

    private static PolicyBook acknowledgedWithin(String goal) {
        return PolicyFile.parse("test", """
                version: "%s"
                policies:
                  - {name: a, metric: acknowledgement, goal: %s, calendar: elapsed, warnings: [{percent: 50}]}
                """.formatted(goal, goal).getBytes(StandardCharsets.UTF_8));
    }

    /** Submitted at 09:01, one minute after it was opened. */
    private static AppealHistory acknowledgedAfter(String listing, Duration time) {
        return AppealHistory.of("S-1", listing)
                .opened()
                .submitted()
                .after(time.minusMinutes(1))
                .reviewStartedBy("rita");
    }

    private static List<Comparison> compare(Instant from, Instant until, AppealHistory... histories) {
        PolicySimulation simulation =
                new PolicySimulation(acknowledgedWithin("24h"), acknowledgedWithin("8h"), from, until);
        for (AppealHistory history : histories) {
            simulation.add(history.events());
        }
        return simulation.outcome();
    }

    @Test
    void aShorterGoalWouldHaveBeenBreachedWhereTheLongerWasKept() {
        AppealHistory quick = acknowledgedAfter("L-1", Duration.ofHours(2));
        AppealHistory slow = acknowledgedAfter("L-2", Duration.ofHours(10));
        AppealHistory verySlow = acknowledgedAfter("L-3", Duration.ofHours(30));

        List<Comparison> outcome = compare(BEGIN, BEGIN.plus(Duration.ofDays(5)), quick, slow, verySlow);

        assertThat(outcome).singleElement().satisfies(comparison -> {
            assertThat(comparison.line().metric()).isEqualTo(Metric.ACKNOWLEDGEMENT);
            assertThat(comparison.line().category()).isEqualTo("PRODUCT_AUTHENTICITY");
            assertThat(comparison.before()).isEqualTo(new Tally(3, 1, 1));
            assertThat(comparison.after()).isEqualTo(new Tally(3, 2, 2));
            assertThat(comparison.examples())
                    .extracting(Example::appealId, Example::breachedBefore, Example::breachedAfter)
                    .containsExactly(tuple(slow.appealId(), false, true));
        });
    }

    @Test
    void onlyWhatFallsIntoThePeriodCounts() {
        AppealHistory slow = acknowledgedAfter("L-2", Duration.ofHours(30));

        assertThat(compare(BEGIN.plus(Duration.ofHours(12)), BEGIN.plus(Duration.ofHours(20)), slow)
                        .getFirst())
                .satisfies(comparison -> {
                    assertThat(comparison.before()).isEqualTo(new Tally(1, 1, 0));
                    assertThat(comparison.after()).isEqualTo(new Tally(1, 0, 0));
                });
        assertThat(compare(BEGIN.plus(Duration.ofDays(3)), BEGIN.plus(Duration.ofDays(4)), slow)
                        .getFirst()
                        .after())
                .isEqualTo(Tally.NONE);
    }

    @Test
    void aClockThatStillRunsAtTheEndCountsWithWhatWasDueByThen() {
        AppealHistory waiting = AppealHistory.of("S-1", "L-1").opened().submitted();

        assertThat(compare(BEGIN, BEGIN.plus(Duration.ofHours(13)), waiting).getFirst())
                .satisfies(comparison -> {
                    assertThat(comparison.before()).isEqualTo(new Tally(1, 1, 0));
                    assertThat(comparison.after()).isEqualTo(new Tally(1, 1, 1));
                });
    }
}
