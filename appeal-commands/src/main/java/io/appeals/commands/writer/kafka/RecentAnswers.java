package io.appeals.commands.writer.kafka;

import io.appeals.commands.CommandAnswer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * What became of commands lately, by their ids: at least of the last {@link #REMEMBERED}, unless more than
 * {@link #AT_MOST} came in that time. Two halves, of which the older is dropped when the younger is full or old enough.
 */
final class RecentAnswers {

    static final Duration REMEMBERED = Duration.ofMinutes(10);
    static final int AT_MOST = 50_000;

    private final LongSupplier nanoTime;
    private volatile Half younger;
    private volatile Half older;

    private record Half(long begunAt, Map<String, CommandAnswer> answers) {}

    /** @param nanoTime as {@link System#nanoTime()} */
    RecentAnswers(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.younger = begin();
        this.older = begin();
    }

    void remember(String commandId, CommandAnswer answer) {
        Half half = younger;
        if (half.answers().size() >= AT_MOST || nanoTime.getAsLong() - half.begunAt() > REMEMBERED.toNanos()) {
            half = turn(half);
        }
        half.answers().put(commandId, answer);
    }

    Optional<CommandAnswer> find(String commandId) {
        CommandAnswer answer = younger.answers().get(commandId);
        return Optional.ofNullable(answer != null ? answer : older.answers().get(commandId));
    }

    private synchronized Half turn(Half full) {
        if (younger == full) {
            older = full;
            younger = begin();
        }
        return younger;
    }

    private Half begin() {
        return new Half(nanoTime.getAsLong(), new ConcurrentHashMap<>(AT_MOST / 8));
    }
}
