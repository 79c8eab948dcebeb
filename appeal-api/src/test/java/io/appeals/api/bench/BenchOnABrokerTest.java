package io.appeals.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

@Tag("broker")
class BenchOnABrokerTest {

    @TempDir(cleanup = CleanupMode.ALWAYS)
    Path folder;

    @Test
    void aShortRunMeasuresEveryPathAndLeavesNoBrokerBehind() throws IOException, InterruptedException {
        List<Integer> inFlight = List.of(1, 16);
        BenchPlan plan =
                new BenchPlan(EnumSet.allOf(RouteName.class), inFlight, Duration.ofMillis(600), Duration.ofMillis(200));
        List<String> progress = new ArrayList<>();

        List<Row> rows = new Bench(plan, folder, progress::add).run();

        assertThat(rows)
                .extracting(Row::path, Row::inFlight)
                .containsExactlyInAnyOrderElementsOf(Stream.of(RouteName.values())
                        .flatMap(path -> inFlight.stream().map(senders -> Tuple.tuple(path.toString(), senders)))
                        .toList());
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.perSecond()).isPositive();
            assertThat(row.ratioToRaw()).isPositive();
            assertThat(row.p50Ms()).isPositive();
            assertThat(row.p99Ms()).isGreaterThanOrEqualTo(row.p50Ms());
            assertThat(row.p999Ms()).isGreaterThanOrEqualTo(row.p99Ms());
        });
        assertThat(rows)
                .filteredOn(row -> row.path().equals("raw"))
                .allSatisfy(row -> assertThat(row.ratioToRaw()).isEqualTo(1));
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .noneMatch(child -> child.info()
                        .arguments()
                        .map(arguments -> List.of(arguments).contains(BrokerProgram.class.getName()))
                        .orElse(false));
    }
}
