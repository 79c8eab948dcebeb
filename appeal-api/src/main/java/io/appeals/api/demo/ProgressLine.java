package io.appeals.api.demo;

import io.appeals.api.cli.Screen;
import io.appeals.api.demo.Tally.ServiceLevels;
import io.appeals.api.demo.Tally.Snapshot;
import java.util.Locale;

/** Shows how the demo goes: on a terminal once a second, elsewhere now and then. */
final class ProgressLine implements Runnable {

    private static final int SECONDS_BETWEEN_LINES = 10;

    private final Screen screen;
    private final Tally tally;
    private int ticks;
    private long commandsBefore;

    ProgressLine(Screen screen, Tally tally) {
        this.screen = screen;
        this.tally = tally;
    }

    /** To be called once a second. */
    @Override
    public void run() {
        int seconds = screen.isTerminal() ? 1 : SECONDS_BETWEEN_LINES;
        ticks++;
        if (ticks % seconds == 0) {
            Snapshot now = tally.snapshot();
            screen.show(text(now, (double) (now.commands() - commandsBefore) / seconds));
            commandsBefore = now.commands();
        }
    }

    static String text(Snapshot now, double commandsPerSecond) {
        return String.format(
                Locale.ROOT,
                "appeals: %,d begun, %,d open, %,d closed | commands: %,d, %.0f/s%s | refused %d, errors %d, sent again %d",
                now.begun(),
                now.open(),
                now.closed(),
                now.commands(),
                commandsPerSecond,
                levels(now.levels()),
                now.refused(),
                now.errors(),
                now.retried());
    }

    /** Nothing where nothing was told: at everybody's pace that takes a day. */
    private static String levels(ServiceLevels levels) {
        return levels.equals(ServiceLevels.NONE)
                ? ""
                : String.format(
                        Locale.ROOT,
                        " | SLA: %,d warnings, %,d breaches, %,d recoveries",
                        levels.warnings(),
                        levels.breaches(),
                        levels.recoveries());
    }
}
