package io.appeals.api.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class RowTest {

    /** So many commands in one second, the first answered after 1 ms, the second after 2 ms and so on. */
    private static Measured measured(int commands, double seconds) {
        Histogram latencies = new Histogram(3);
        LongStream.rangeClosed(1, commands).map(TimeUnit.MILLISECONDS::toNanos).forEach(latencies::recordValue);
        return new Measured(commands, seconds, latencies);
    }

    @Test
    void aRowHasTheThroughputAndThePercentilesInMilliseconds() {
        Row row = Row.ofRaw(16, List.of(measured(1_000, 2)));

        assertThat(row.path()).isEqualTo("raw");
        assertThat(row.inFlight()).isEqualTo(16);
        assertThat(row.perSecond()).isEqualTo(500);
        assertThat(row.p50Ms()).isCloseTo(500, within(1.0));
        assertThat(row.p99Ms()).isCloseTo(990, within(1.0));
        assertThat(row.p999Ms()).isCloseTo(999, within(1.0));
        assertThat(row.ratioToRaw()).isEqualTo(1);
    }

    @Test
    void theRatioIsTheShareOfTheRawThroughput() {
        Row raw = Row.ofRaw(1, List.of(measured(1_000, 1)));

        assertThat(Row.of(RouteName.HTTP, 1, measured(250, 1), raw).ratioToRaw())
                .isEqualTo(0.25);
    }

    @Test
    void ofTheRawSamplesTheOneWithTheMedianThroughputCounts() {
        Row row = Row.ofRaw(1, List.of(measured(900, 1), measured(100, 1), measured(400, 1)));

        assertThat(row.perSecond()).isEqualTo(400);
        assertThat(row.p50Ms()).as("from the same sample").isCloseTo(200, within(1.0));
    }

    @Test
    void ofAnEvenNumberOfSamplesTheLowerOfTheMiddleTwoCounts() {
        assertThat(Row.ofRaw(1, List.of(measured(900, 1), measured(400, 1))).perSecond())
                .isEqualTo(400);
    }
}
