package io.appeals.api.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a stream of bytes into lines, holding no more than one unfinished line of bounded length. */
final class LineSplitter {

    private static final byte[] NOTHING = new byte[0];

    private final int longest;
    private byte[] unfinished = NOTHING;
    private int held;
    private boolean overflowing;
    private long number;

    /** @param longest in bytes; what is longer is told as a line that is too long */
    LineSplitter(int longest) {
        this.longest = longest;
    }

    /** The lines that end in this chunk; blank ones are left out but counted. The chunk must not be changed afterwards. */
    List<Line> split(byte[] chunk) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < chunk.length; i++) {
            if (chunk[i] == '\n') {
                add(finished(chunk, start, i - start), lines);
                start = i + 1;
            }
        }
        hold(chunk, start, chunk.length - start);
        return lines;
    }

    /** What stands after the last line's end. */
    List<Line> rest() {
        List<Line> lines = new ArrayList<>();
        add(finished(NOTHING, 0, 0), lines);
        return lines;
    }

    private static void add(Line line, List<Line> lines) {
        if (!line.isBlank()) {
            lines.add(line);
        }
    }

    private Line finished(byte[] chunk, int from, int length) {
        number++;
        if (overflowing || held + length > longest) {
            forget();
            return new Line(number, NOTHING, 0, 0, true);
        }
        if (held == 0) {
            return new Line(number, chunk, from, length, false);
        }
        hold(chunk, from, length);
        Line line = new Line(number, unfinished, 0, held, false);
        forget();
        return line;
    }

    private void hold(byte[] chunk, int from, int length) {
        if (overflowing || held + length > longest) {
            forget();
            overflowing = true;
        } else if (length > 0) {
            if (held + length > unfinished.length) {
                unfinished =
                        Arrays.copyOf(unfinished, Math.min(longest, Math.max(2 * unfinished.length, held + length)));
            }
            System.arraycopy(chunk, from, unfinished, held, length);
            held += length;
        }
    }

    private void forget() {
        unfinished = NOTHING;
        held = 0;
        overflowing = false;
    }
}
