package io.appeals.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.appeals.api.cli.Screen;
import io.appeals.api.demo.Tally.ServiceLevels;
import io.appeals.api.demo.Tally.Snapshot;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final StringWriter shown = new StringWriter();
    private final Tally tally = new Tally(line -> {});

    @Test
    void theLineSaysHowTheRunGoes() {
        assertThat(ProgressLine.text(new Snapshot(1_234, 1_000, 20_000, 1, 2, 3, ServiceLevels.NONE), 19.6))
                .isEqualTo("appeals: 1,234 begun, 234 open, 1,000 closed | commands: 20,000, 20/s"
                        + " | refused 1, errors 2, sent again 3");
    }

    @Test
    void whereServiceLevelsWereToldTheLineSaysSo() {
        tally.warned();
        tally.warned();
        tally.breached();
        tally.recovered();

        assertThat(ProgressLine.text(tally.snapshot(), 0))
                .contains("| SLA: 2 warnings, 1 breaches, 1 recoveries | refused 0");
    }

    @Test
    void anAppealThatNobodyGoesOnWithIsClosedByTimeOnce() {
        tally.begun();
        tally.begun();
        tally.leftOpen("left");
        tally.endedByTime("played");
        tally.endedByTime("left");
        tally.endedByTime("left");

        assertThat(tally.snapshot().open()).isEqualTo(1);
    }

    @Test
    void onATerminalTheLineIsReplacedEverySecond() {
        ProgressLine line = line(true);
        tally.accepted();
        line.run();
        tally.accepted();
        tally.accepted();
        line.run();
        assertThat(shown.toString().split("\r\u001b\\[2K", -1))
                .satisfiesExactly(
                        nothing -> assertThat(nothing).isEmpty(),
                        first -> assertThat(first).contains("commands: 1, 1/s"),
                        second -> assertThat(second).contains("commands: 3, 2/s"));
    }

    @Test
    void inALogThereIsALineEveryTenSeconds() {
        ProgressLine line = line(false);
        for (int second = 1; second <= 25; second++) {
            tally.accepted();
            line.run();
        }
        assertThat(shown.toString().lines())
                .satisfiesExactly(
                        first -> assertThat(first).contains("commands: 10, 1/s"),
                        second -> assertThat(second).contains("commands: 20, 1/s"));
    }

    private ProgressLine line(boolean terminal) {
        return new ProgressLine(new Screen(new PrintWriter(shown), terminal), tally);
    }
}
