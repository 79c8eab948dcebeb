package io.appeals.commands.writer.kafka;

import io.appeals.commands.writer.queue.CommandQueue;
import io.appeals.commands.writer.queue.Submission;
import java.util.List;
import java.util.concurrent.LinkedTransferQueue;

/**
 * Tells senders what became of their commands, on a thread of its own: what a sender does next with the answer must not
 * keep the owner from the next batch. Commands count as waiting until they are answered, so senders that are slow to
 * take their answers fill the queue and not the heap.
 */
final class AnsweringThread implements Runnable, AutoCloseable {

    private record Answered(List<Submission> commands, List<Batch.Reply> replies) {}

    private static final Answered END = new Answered(List.of(), List.of());

    private final LinkedTransferQueue<Answered> answered = new LinkedTransferQueue<>();
    private final CommandQueue queue;
    private final Answers answers;
    private final Thread thread;

    AnsweringThread(CommandQueue queue, Answers answers) {
        this.queue = queue;
        this.answers = answers;
        this.thread = Thread.ofPlatform().daemon().name("appeals-answers").start(this);
    }

    /** @param commands all that were taken from the queue for these replies */
    void answer(List<Submission> commands, List<Batch.Reply> replies) {
        answered.add(new Answered(commands, replies));
    }

    @Override
    public void run() {
        try {
            for (Answered next = answered.take(); next != END; next = answered.take()) {
                for (Batch.Reply reply : next.replies()) {
                    answers.give(reply.command(), reply.answer());
                }
                queue.release(next.commands());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gives the answers that are left, and ends. */
    @Override
    public void close() {
        answered.add(END);
        try {
            thread.join(OwnerClients.CALL_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
