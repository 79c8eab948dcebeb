package io.appeals.api.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.cli.Screen;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExportProgressTest {

    @Test
    void theLineSaysHowFarItIsAndHowLongItTakesStill() {
        assertThat(ExportProgress.text("appeals.events.v1", 25_000, 100_000, Duration.ofSeconds(1)))
                .isEqualTo(
                        "appeals.events.v1 [######------------------] 25 %, 25,000 of 100,000 records, 25,000/s, 0:03 left");
    }

    @Test
    void atTheEndTheBarIsFull() {
        assertThat(ExportProgress.text("t", 7, 7, Duration.ofSeconds(1)))
                .isEqualTo("t [########################] 100 %, 7 of 7 records, 7/s, 0:00 left");
    }

    @Test
    void anEmptyTopicNeedsNoProgress() {
        assertThat(ExportProgress.text("t", 0, 0, Duration.ZERO))
                .startsWith("t [---")
                .contains("0 of 0 records");
    }

    @Test
    void whatIsOverBeforeALineIsDueShowsNone() {
        StringWriter shown = new StringWriter();

        new ExportProgress(new Screen(new PrintWriter(shown), false), "t", 10).advance(10);

        assertThat(shown.toString()).isEmpty();
    }
}
