package io.appeals.commands.writer.kafka;

import io.appeals.commands.CommandAnswer;
import io.appeals.schema.result.CommandResult;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What became of commands lately, by their ids: at least of those of the last {@link #REMEMBERED}, unless more came in
 * that time than are kept. Many are kept of commands whose senders were told to ask later, fewer of those that were
 * answered directly: only a sender who lost the answer on the way asks for them, and under load that is a lot of memory
 * which every collection of garbage has to copy.
 */
final class RecentAnswers {

    static final Duration REMEMBERED = Duration.ofMinutes(10);
    static final int PROMISED_AT_MOST = 50_000;
    static final int GIVEN_AT_MOST = 5_000;

    private final LongSupplier nanoTime;
    private final Memory promised;
    private final Memory given;

    private record Half(long begunAt, ConcurrentMap<String, CommandAnswer> answers) {}

    /** @param nanoTime as {@link System#nanoTime()} */
    RecentAnswers(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.promised = new Memory(PROMISED_AT_MOST);
        this.given = new Memory(GIVEN_AT_MOST);
    }

    /** Of a command whose sender will ask what became of it. */
    void promise(String commandId, CommandAnswer answer) {
        remember(promised, commandId, answer);
    }

    /** Of a command whose sender has just been answered, now or in the end. */
    void give(String commandId, CommandAnswer answer) {
        Memory memory = promised.find(commandId) == null ? given : promised;
        remember(memory, commandId, answer);
    }

    /** A command that was accepted was accepted, whatever is said to whoever uses its id again. */
    private void remember(Memory memory, String commandId, CommandAnswer answer) {
        if (isAccepted(answer)
                || find(commandId).filter(RecentAnswers::isAccepted).isEmpty()) {
            memory.remember(commandId, answer);
        }
    }

    private static boolean isAccepted(CommandAnswer answer) {
        return answer instanceof CommandAnswer.Decided(CommandResult result) && result.isAccepted();
    }

    Optional<CommandAnswer> find(String commandId) {
        CommandAnswer answer = promised.find(commandId);
        return Optional.ofNullable(answer != null ? answer : given.find(commandId));
    }

    /** Two halves, of which the older is dropped when the younger is full or old enough. */
    private final class Memory {

        private final int atMost;
        private volatile Half younger;
        private volatile Half older;

        Memory(int atMost) {
            this.atMost = atMost;
            this.younger = begin();
            this.older = begin();
        }

        void remember(String commandId, CommandAnswer answer) {
            Half half = younger;
            if (half.answers().size() >= atMost || nanoTime.getAsLong() - half.begunAt() > REMEMBERED.toNanos()) {
                half = turn(half);
            }
            half.answers().put(commandId, answer);
        }

        @Nullable
        CommandAnswer find(String commandId) {
            CommandAnswer answer = younger.answers().get(commandId);
            return answer != null ? answer : older.answers().get(commandId);
        }

        private synchronized Half turn(Half full) {
            if (younger == full) {
                older = full;
                younger = begin();
            }
            return younger;
        }

        private Half begin() {
            return new Half(nanoTime.getAsLong(), new ConcurrentHashMap<>());
        }
    }
}
