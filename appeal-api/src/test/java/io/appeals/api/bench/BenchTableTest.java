package io.appeals.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BenchTableTest {

    private static final List<Row> ROWS = List.of(
            new Row("raw", 1, 5_400.2, 0.15, 0.4, 0.9, 1),
            new Row("raw", 1_024, 600_000, 1.5, 4, 9, 1),
            new Row("in-process", 1, 900, 1.2, 3.4, 9.99, 0.167),
            new Row("in-process", 1_024, 180_000, 4.5, 11, 21, 0.3));

    @Test
    void eachPathHasItsBlockWithOneLineForEachNumberInFlight() {
        assertThat(BenchTable.lines(ROWS))
                .containsExactly(
                        "path         in flight   per second    p50 ms    p99 ms  p99.9 ms   of raw",
                        "raw                  1        5,400      0.15      0.40      0.90     1.00",
                        "raw              1,024      600,000      1.50      4.00      9.00     1.00",
                        "",
                        "in-process           1          900      1.20      3.40      9.99     0.17   p50 8.0 x raw",
                        "in-process       1,024      180,000      4.50     11.00     21.00     0.30");
    }
}
