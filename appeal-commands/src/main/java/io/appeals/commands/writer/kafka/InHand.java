package io.appeals.commands.writer.kafka;

import io.appeals.commands.CommandAnswer;
import io.appeals.commands.writer.queue.DirectCommand;
import io.appeals.commands.writer.queue.Submission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A batch with the commands that it is made of, from the queue to their answers. */
final class InHand {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Desk desk;
    private final Batch batch;
    /** Looked at by the watch over late answers meanwhile. */
    private final List<List<Submission>> taken = new CopyOnWriteArrayList<>();

    private final List<Submission> concerned = new ArrayList<>();
    private volatile boolean answered;

    InHand(Desk desk, Batch batch) {
        this.desk = desk;
        this.batch = batch;
    }

    Desk desk() {
        return desk;
    }

    Batch batch() {
        return batch;
    }

    /**
     * @param fromQueue all that was taken from the queue, which counts as full until it is answered
     * @param decided those that this batch decides
     */
    void add(List<Submission> fromQueue, List<Submission> decided) {
        taken.add(fromQueue);
        concerned.addAll(decided);
    }

    int size() {
        return concerned.size();
    }

    /** After the commit. */
    void answer(AnsweringThread answering) {
        answered = true;
        answering.answer(all(), batch.replies());
    }

    /** Unless it was answered. What came by topic hears nothing: it is read and decided again. */
    void refuse(AnsweringThread answering, String reason) {
        if (!answered) {
            answering.answer(all(), refusals(concerned, reason));
        }
    }

    static List<Batch.Reply> refusals(List<Submission> refused, String reason) {
        List<Batch.Reply> replies = new ArrayList<>(refused.size());
        for (Submission submission : refused) {
            if (submission instanceof DirectCommand direct) {
                String commandId = direct.command().commandId();
                replies.add(new Batch.Reply(direct, new CommandAnswer.Unavailable(commandId, reason, RETRY_AFTER)));
            }
        }
        return replies;
    }

    private List<Submission> all() {
        List<Submission> all = new ArrayList<>(concerned.size());
        addTo(all);
        return all;
    }

    void addTo(List<Submission> list) {
        taken.forEach(list::addAll);
    }
}
