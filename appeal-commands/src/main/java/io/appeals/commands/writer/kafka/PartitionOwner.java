package io.appeals.commands.writer.kafka;

import io.appeals.commands.CommandAnswer;
import io.appeals.commands.writer.ledger.CachedAppeals;
import io.appeals.commands.writer.queue.CommandQueue;
import io.appeals.commands.writer.queue.DirectCommand;
import io.appeals.commands.writer.queue.Submission;
import io.appeals.commands.writer.store.StoreException;
import io.appeals.commands.writer.store.WriteBehind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that decides: takes what waits, decides it on the states of its partitions, appends all that follows
 * in one transaction, answers, and takes what has gathered meanwhile. Whatever fails ends in the same way: nothing of
 * the batch counts, those who wait hear 'unavailable', and the tenure begins anew with states rebuilt from the log.
 */
final class PartitionOwner implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionOwner.class);
    private static final int BATCH_COMMANDS = 2_048;
    private static final long BATCH_BYTES = 8L << 20;
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration FIRST_REST = Duration.ofMillis(50);
    private static final Duration LONGEST_REST = Duration.ofSeconds(3);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final OwnerParts parts;
    private final CommandQueue queue;
    private final Ownership ownership;
    private final Answers answers;
    private final TransactionalLog log;
    private final AnsweringThread answering;
    private final WriteBehind states;
    private final CachedAppeals appeals;
    private Duration rest = FIRST_REST;
    private volatile @Nullable Desk desk;
    private volatile List<Submission> inHand = List.of();
    private volatile String problem = "";
    private volatile boolean closing;

    PartitionOwner(OwnerParts parts, CommandQueue queue, Ownership ownership, Answers answers) {
        this.parts = parts;
        this.queue = queue;
        this.ownership = ownership;
        this.answers = answers;
        this.log = new TransactionalLog(parts.clients()::transactionalProducer);
        this.answering = new AnsweringThread(queue, answers);
        this.states = new WriteBehind(parts.store());
        this.appeals = new CachedAppeals(states, parts.cachedAppeals());
    }

    @Override
    public void run() {
        while (!closing) {
            try {
                turn();
            } catch (RuntimeException e) {
                LOG.error("a turn of the owner failed by a fault of this program, going on", e);
            }
        }
        leaveDesk();
        ownership.take();
    }

    /** Makes {@link #run()} end after the batch in hand. The poller must have given its partitions up before. */
    void stop() {
        closing = true;
        queue.wake();
    }

    /** After {@link #run()} has ended: refuses those who came in at the last moment, and lets go of everything. */
    @Override
    public void close() {
        refuseWaiting("this node is shutting down");
        answering.close();
        states.close();
        log.close();
    }

    private void turn() {
        Desk before = desk;
        if (ownership.current() != (before == null ? null : before.tenure())) {
            changeTenure();
        }
        Desk now = desk;
        if (now == null) {
            passOnWaiting();
            queue.awaitWork(IDLE);
            return;
        }
        try {
            log.open();
            now.serveRecovered();
            if (now.isFullyServed()) {
                problem = "";
            }
            work(now);
        } catch (RuntimeException e) {
            fail(now, e);
        }
    }

    /** What was read from the topic is read again by whoever is next; callers' commands take the way of the topic. */
    private void changeTenure() {
        leaveDesk();
        passOnWaiting();
        Tenure next = ownership.take();
        if (next != null) {
            desk = new Desk(next, queue::wake, ready -> parts.recovery(next, ready));
        }
    }

    private void leaveDesk() {
        Desk left = desk;
        if (left != null) {
            left.leave();
            desk = null;
        }
        states.drain();
        appeals.clear();
    }

    private void work(Desk now) {
        states.writeIfDue();
        List<Submission> taken = takeSome();
        if (taken.isEmpty()) {
            queue.awaitWork(IDLE);
            return;
        }
        inHand = taken;
        try {
            process(now, taken);
        } finally {
            inHand = List.of();
        }
    }

    private void process(Desk now, List<Submission> taken) {
        List<Submission> concerned = new ArrayList<>(taken.size());
        for (Submission submission : taken) {
            if (now.concerns(submission)) {
                concerned.add(submission);
            } else {
                passOn(submission);
            }
        }
        if (concerned.isEmpty()) {
            queue.release(taken);
            return;
        }
        Batch batch = commit(now, taken, concerned);
        answering.answer(taken, batch.replies());
        var positions = batch.positions();
        now.committed(batch.commandOffsets(), positions);
        states.add(batch.ledger(), positions);
        appeals.takeOver(batch.ledger());
        rest = FIRST_REST;
    }

    private Batch commit(Desk now, List<Submission> taken, List<Submission> concerned) {
        try {
            long begun = System.nanoTime();
            log.begin();
            Batch batch = new Batch(parts.now(), appeals, parts.decider(), parts.records(), log);
            for (Submission submission : concerned) {
                batch.add(submission, now.nextCommands());
            }
            log.commit(batch.offsets(), now.tenure().generation());
            parts.observer().committed(concerned.size(), batch.events(), Duration.ofNanos(System.nanoTime() - begun));
            return batch;
        } catch (RuntimeException e) {
            refuse(taken, concerned, "the transaction failed and was given up");
            throw e;
        }
    }

    private void fail(Desk now, RuntimeException e) {
        if (e instanceof KafkaException || e instanceof StoreException) {
            LOG.warn("deciding was interrupted, recovering: {}", e.getMessage());
        } else {
            LOG.error("deciding was interrupted by a fault of this program, recovering", e);
        }
        problem = "recovering after: " + e.getMessage();
        parts.observer().failed();
        ownership.beginAnew(now.tenure());
        refuseWaiting("the owner of the appeal is recovering");
        log.settle();
        queue.awaitWork(rest);
        rest = rest.multipliedBy(2).compareTo(LONGEST_REST) < 0 ? rest.multipliedBy(2) : LONGEST_REST;
    }

    private void passOnWaiting() {
        for (List<Submission> taken = takeSome(); !taken.isEmpty(); taken = takeSome()) {
            taken.forEach(this::passOn);
            queue.release(taken);
        }
    }

    private void refuseWaiting(String reason) {
        for (List<Submission> taken = takeSome(); !taken.isEmpty(); taken = takeSome()) {
            refuse(taken, taken, reason);
        }
    }

    private List<Submission> takeSome() {
        return queue.take(BATCH_COMMANDS, BATCH_BYTES);
    }

    private void passOn(Submission submission) {
        if (submission instanceof DirectCommand direct) {
            answers.passOn(direct);
        }
    }

    /** What came by topic hears nothing: it is read and decided again. */
    private void refuse(List<Submission> taken, List<Submission> refused, String reason) {
        List<Batch.Reply> replies = new ArrayList<>(refused.size());
        for (Submission submission : refused) {
            if (submission instanceof DirectCommand direct) {
                String commandId = direct.command().commandId();
                replies.add(new Batch.Reply(direct, new CommandAnswer.Unavailable(commandId, reason, RETRY_AFTER)));
            }
        }
        answering.answer(taken, replies);
    }

    /** What is being committed at this moment. */
    List<Submission> inHand() {
        return inHand;
    }

    /** Why nothing can be decided at this moment; empty when all is well. */
    String problem() {
        return problem;
    }

    @Nullable
    Desk desk() {
        return desk;
    }
}
