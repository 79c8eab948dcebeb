package io.appeals.api.cli;

import java.io.Console;
import java.io.PrintWriter;

/** Where a command shows how it goes: a terminal, on which a line can be written over, or a log that only grows. */
public final class Screen {

    private static final String ERASE_LINE = "\r\u001b[2K";

    private final PrintWriter out;
    private final boolean terminal;

    public Screen(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** On this process's terminal where it has one. */
    public static Screen of(PrintWriter out) {
        Console console = System.console();
        return new Screen(out, console != null && console.isTerminal());
    }

    public boolean isTerminal() {
        return terminal;
    }

    /** A line that stays. */
    public synchronized void tell(String line) {
        out.println(terminal ? ERASE_LINE + line : line);
        out.flush();
    }

    /** A line that the next one replaces, where that is possible. */
    public synchronized void show(String line) {
        if (terminal) {
            out.print(ERASE_LINE + line);
        } else {
            out.println(line);
        }
        out.flush();
    }
}
