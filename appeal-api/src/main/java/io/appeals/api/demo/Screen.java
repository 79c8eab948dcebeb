package io.appeals.api.demo;

import java.io.PrintWriter;

/** Where the demo shows itself: a terminal, on which a line can be written over, or a log that only grows. */
final class Screen {

    private static final String ERASE_LINE = "\r\u001b[2K";

    private final PrintWriter out;
    private final boolean terminal;

    Screen(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    boolean isTerminal() {
        return terminal;
    }

    /** A line that stays. */
    synchronized void tell(String line) {
        out.println(terminal ? ERASE_LINE + line : line);
        out.flush();
    }

    /** A line that the next one replaces, where that is possible. */
    synchronized void show(String line) {
        if (terminal) {
            out.print(ERASE_LINE + line);
        } else {
            out.println(line);
        }
        out.flush();
    }
}
