package io.appeals.api.sla;

import io.appeals.projections.sla.simulation.PolicySimulation.Comparison;
import io.appeals.projections.sla.simulation.PolicySimulation.Outcome;
import io.appeals.projections.sla.simulation.PolicySimulation.Tally;
import io.appeals.projections.sla.simulation.PolicySimulation.Verdict;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What two books of policies say about the same period of the log. */
@Schema(description = "What would have been warned and breached, by the policies in force and by others")
record SimulationReport(
        Instant from,
        Instant to,

        @Schema(description = "The version of the policies in force; all of the period is measured with them")
        String policiesBefore,

        @Schema(description = "The version of the policies that were sent")
        String policiesAfter,

        @Schema(description = "How many events were folded, earlier ones included")
        long events,

        long appeals,

        @Schema(
                description =
                        "Appeals with events that could not be read or folded: they count as far as they could be")
        long appealsLeftOut,

        @Schema(description = "Some of these") List<String> leftOut,

        @Schema(description = "All categories together") List<MetricTotal> metrics,

        @Schema(description = "By metric and category") List<Line> lines) {

    /** How one book does. */
    @Schema(name = "SimulationTally")
    record Counts(
            @Schema(description = "Clocks that ran in the period, or were still to be met")
            long clocks,

            @Schema(description = "Warnings due in the period")
            long warnings,

            @Schema(description = "Clocks breached in the period")
            long breaches) {

        static Counts of(Tally tally) {
            return new Counts(tally.clocks(), tally.warnings(), tally.breaches());
        }

        Counts plus(Counts other) {
            return new Counts(clocks + other.clocks, warnings + other.warnings, breaches + other.breaches);
        }
    }

    /** One metric. */
    @Schema(name = "SimulationTotal")
    record MetricTotal(String metric, Counts before, Counts after) {

        MetricTotal plus(MetricTotal other) {
            return new MetricTotal(metric, before.plus(other.before), after.plus(other.after));
        }
    }

    /** One metric of one category. */
    @Schema(name = "SimulationLine")
    record Line(
            String metric,

            @Schema(description = "Left out for appeals without one") @Nullable
            String category,

            Counts before,
            Counts after,

            @Schema(description = "Up to five clocks about which the two differ, breaches first")
            List<Example> examples) {

        static Line of(Comparison comparison) {
            String category = comparison.line().category();
            return new Line(
                    comparison.line().metric().word(),
                    category.isEmpty() ? null : category,
                    Counts.of(comparison.before()),
                    Counts.of(comparison.after()),
                    comparison.examples().stream().map(Example::of).toList());
        }
    }

    /** One clock. */
    @Schema(name = "SimulationExample")
    record Example(
            String appealId,
            int cycle,

            @Schema(description = "Which request or remedy is measured, where there can be several") @Nullable
            String about,

            @Schema(description = "Left out where the policies do not measure it") @Nullable
            Course before,

            @Schema(description = "Left out where the policies do not measure it") @Nullable
            Course after) {

        static Example of(io.appeals.projections.sla.simulation.PolicySimulation.Example example) {
            return new Example(
                    example.appealId(),
                    example.clock().cycle(),
                    example.about(),
                    Course.of(example.before()),
                    Course.of(example.after()));
        }
    }

    /** How a clock would have gone within the period. */
    @Schema(name = "SimulationCourse")
    record Course(
            @Schema(description = "When it would have been warned")
            List<Instant> warnedAt,

            @Schema(description = "When it would have been breached; left out where it would have been kept") @Nullable
            Instant breachedAt) {

        static @Nullable Course of(@Nullable Verdict verdict) {
            return verdict == null ? null : new Course(verdict.warnedAt(), verdict.breachedAt());
        }
    }

    static SimulationReport of(Outcome outcome, SimulationPeriod period, String policiesBefore, String policiesAfter) {
        List<Line> lines = outcome.comparisons().stream().map(Line::of).toList();
        return new SimulationReport(
                period.from(),
                period.to(),
                policiesBefore,
                policiesAfter,
                outcome.events(),
                outcome.appeals(),
                outcome.appealsLeftOut(),
                outcome.leftOut(),
                totals(lines),
                lines);
    }

    /** Lines of one metric stand together. */
    private static List<MetricTotal> totals(List<Line> lines) {
        Map<String, MetricTotal> totals = lines.stream()
                .map(line -> new MetricTotal(line.metric(), line.before(), line.after()))
                .collect(Collectors.toMap(
                        MetricTotal::metric, Function.identity(), MetricTotal::plus, LinkedHashMap::new));
        return List.copyOf(totals.values());
    }
}
