package io.appeals.api.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** However a stream is cut into chunks, it has the same lines. */
class LineSplitterTest {

    private static final int LONGEST = 40;

    @Test
    void chunksMayEndAnywhere() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            String text = text(random);
            assertThat(split(text, random)).as("seed %d, round %d", seed, round).isEqualTo(expected(text));
        }
    }

    @Test
    void aLineThatIsTooLongIsToldAndTheNextIsReadAsUsual() {
        String text = "a".repeat(LONGEST + 1) + "\nshort\n" + "b".repeat(LONGEST);
        assertThat(split(text, new Random(1))).containsExactly("1 too long", "2 short", "3 " + "b".repeat(LONGEST));
    }

    @Test
    void blankLinesAreCountedAndLeftOut() {
        assertThat(split("\n \r\n x \n\n", new Random(1))).containsExactly("3  x ");
    }

    @Test
    void anEmptyStreamHasNoLines() {
        assertThat(split("", new Random(1))).isEmpty();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append("x".repeat(random.nextInt(LONGEST * 2))).append(random.nextInt(6) == 0 ? "" : "\n");
        }
        return text.toString();
    }

    private static List<String> expected(String text) {
        List<String> lines = new ArrayList<>();
        String[] parts = text.split("\n", -1);
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isBlank()) {
                lines.add((i + 1) + " " + (parts[i].length() > LONGEST ? "too long" : parts[i]));
            }
        }
        return lines;
    }

    private static List<String> split(String text, Random random) {
        LineSplitter splitter = new LineSplitter(LONGEST);
        List<Line> lines = new ArrayList<>();
        byte[] bytes = text.getBytes(UTF_8);
        for (int from = 0; from < bytes.length; ) {
            int to = Math.min(bytes.length, from + 1 + random.nextInt(30));
            lines.addAll(splitter.split(java.util.Arrays.copyOfRange(bytes, from, to)));
            from = to;
        }
        lines.addAll(splitter.rest());
        return lines.stream().map(LineSplitterTest::shown).toList();
    }

    private static String shown(Line line) {
        return line.number() + " "
                + (line.tooLong() ? "too long" : new String(line.text(), line.from(), line.length(), UTF_8));
    }
}
