package io.appeals.commands.writer.kafka;

import io.appeals.commands.CommandAnswer;
import java.util.concurrent.CompletableFuture;

/** A command on its way through the topic, with those who wait for it. */
final class Forwarded {

    /** Ids of commands are unique within an appeal only. */
    record Ref(String commandId, String appealId) {}

    private final Ref ref;
    private final String digest;
    private final long sentAt = System.nanoTime();
    private final CompletableFuture<CommandAnswer> answer = new CompletableFuture<>();
    private final CompletableFuture<CommandAnswer> left = new CompletableFuture<>();

    Forwarded(Ref ref, String digest) {
        this.ref = ref;
        this.digest = digest;
    }

    Ref ref() {
        return ref;
    }

    long sentAt() {
        return sentAt;
    }

    boolean isOf(String otherDigest) {
        return digest.equals(otherDigest);
    }

    /** What became of it. */
    CompletableFuture<CommandAnswer> answer() {
        return answer;
    }

    /** Whether it was left in the topic. */
    CompletableFuture<CommandAnswer> left() {
        return left;
    }

    /** It is in the topic and will be decided. */
    void becameDurable() {
        left.complete(pending());
    }

    boolean isDurable() {
        return left.isDone();
    }

    /** For what was sent. */
    void finish(CommandAnswer outcome) {
        answer.complete(outcome);
        left.complete(outcome instanceof CommandAnswer.Unavailable ? outcome : pending());
    }

    /** It is not in the topic and will not be. */
    void refuse(CommandAnswer reason) {
        answer.complete(reason);
        left.complete(reason);
    }

    CommandAnswer.Pending pending() {
        return new CommandAnswer.Pending(ref.commandId(), ref.appealId());
    }
}
