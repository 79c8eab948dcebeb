package io.appeals.api.cli.export;

import io.appeals.api.cli.Screen;
import java.time.Duration;
import java.util.Locale;

/** Shows how far an export is: on a terminal as a bar that grows, elsewhere with a line now and then. */
final class ExportProgress {

    private static final Duration ON_A_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);
    private static final int BAR = 24;

    private final Screen screen;
    private final String topic;
    private final long total;
    private final long began = System.nanoTime();
    private final long between;
    private long next;
    private long done;

    /** @param total records to be read, those included of which nothing is kept */
    ExportProgress(Screen screen, String topic, long total) {
        this.screen = screen;
        this.topic = topic;
        this.total = total;
        this.between = (screen.isTerminal() ? ON_A_TERMINAL : ELSEWHERE).toNanos();
        this.next = began + between;
    }

    /** Notes that so many more were read. */
    void advance(long records) {
        done += records;
        long now = System.nanoTime();
        if (now - next >= 0) {
            next = now + between;
            screen.show(text(topic, done, total, Duration.ofNanos(now - began)));
        }
    }

    static String text(String topic, long done, long total, Duration since) {
        long most = Math.max(1, total);
        int filled = (int) (BAR * done / most);
        double perSecond = done / Math.max(0.001, since.toNanos() / 1e9);
        Duration left = Duration.ofSeconds((long) Math.ceil((total - done) / Math.max(1, perSecond)));
        return String.format(
                Locale.ROOT,
                "%s [%s%s] %d %%, %,d of %,d records, %,.0f/s, %d:%02d left",
                topic,
                "#".repeat(filled),
                "-".repeat(BAR - filled),
                100 * done / most,
                done,
                total,
                perSecond,
                left.toMinutes(),
                left.toSecondsPart());
    }
}
