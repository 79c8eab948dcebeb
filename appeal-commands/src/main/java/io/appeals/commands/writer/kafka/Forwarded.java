package io.appeals.commands.writer.kafka;

import io.appeals.commands.CommandAnswer;
import java.util.concurrent.CompletableFuture;

/** A command on its way through the topic, with whoever waits for it. */
final class Forwarded {

    /** Ids of commands are unique within an appeal only. */
    record Ref(String commandId, String appealId) {}

    private final Ref ref;
    private final long sentAt = System.nanoTime();
    private final CompletableFuture<CommandAnswer> answer = new CompletableFuture<>();
    private volatile boolean durable;

    Forwarded(Ref ref) {
        this.ref = ref;
    }

    Ref ref() {
        return ref;
    }

    long sentAt() {
        return sentAt;
    }

    CompletableFuture<CommandAnswer> answer() {
        return answer;
    }

    /** It is in the topic and will be decided. */
    boolean isDurable() {
        return durable;
    }

    void becameDurable() {
        durable = true;
    }

    CommandAnswer.Pending pending() {
        return new CommandAnswer.Pending(ref.commandId(), ref.appealId());
    }
}
