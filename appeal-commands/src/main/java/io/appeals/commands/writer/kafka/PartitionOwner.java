package io.appeals.commands.writer.kafka;

import io.appeals.commands.writer.ledger.CachedAppeals;
import io.appeals.commands.writer.queue.CommandQueue;
import io.appeals.commands.writer.queue.DirectCommand;
import io.appeals.commands.writer.queue.Submission;
import io.appeals.commands.writer.store.StoreException;
import io.appeals.commands.writer.store.WriteBehind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
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
    private static final long BATCH_BYTES = 8L << 20;
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration FIRST_REST = Duration.ofMillis(50);
    private static final Duration LONGEST_REST = Duration.ofSeconds(3);

    private final OwnerParts parts;
    private final CommandQueue queue;
    private final Ownership ownership;
    private final Answers answers;
    private final TransactionalLog log;
    private final Claims claims;
    private final AnsweringThread answering;
    private final WriteBehind states;
    private final CachedAppeals appeals;
    private final BatchPipeline pipeline;
    private Duration rest = FIRST_REST;
    private @Nullable Tenure tenure;
    private volatile @Nullable Desk desk;
    private volatile String problem = "";
    private volatile boolean closing;

    PartitionOwner(OwnerParts parts, CommandQueue queue, Ownership ownership, Answers answers) {
        this.parts = parts;
        this.queue = queue;
        this.ownership = ownership;
        this.answers = answers;
        this.log = new TransactionalLog(parts.clients()::transactionalProducer);
        this.claims = new Claims(parts.clients());
        this.answering = new AnsweringThread(queue, answers);
        this.states = new WriteBehind(parts.store());
        this.appeals = new CachedAppeals(states, parts.cachedAppeals());
        this.pipeline = new BatchPipeline(parts, log, answering, states, appeals, queue::wake);
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
        finishBatch();
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
        pipeline.close();
        answering.close();
        states.close();
        log.close();
    }

    private void turn() {
        if (ownership.current() != tenure) {
            changeTenure();
        }
        Tenure now = tenure;
        if (now == null) {
            passOnWaiting();
            queue.awaitWork(IDLE);
            return;
        }
        try {
            log.open();
            work(desk(now));
        } catch (RuntimeException e) {
            fail(now, e);
        }
    }

    /** What was read from the topic is read again by whoever is next; callers' commands take the way of the topic. */
    private void changeTenure() {
        finishBatch();
        releaseClaims();
        leaveDesk();
        passOnWaiting();
        tenure = ownership.take();
    }

    private void finishBatch() {
        try {
            pipeline.drain();
        } catch (RuntimeException e) {
            LOG.warn("the last batch before a change of partitions failed: {}", e.getMessage());
            pipeline.giveUp();
            log.settle();
        }
    }

    /** Where that fails, the next owner fences this node instead. */
    private void releaseClaims() {
        Desk left = desk;
        if (left == null
                || ownership.current() != null
                || !log.isOpen()
                || left.nextCommands().isEmpty()) {
            return;
        }
        try {
            claims.release(left.tenure(), left.nextCommands(), log);
        } catch (KafkaException | IllegalStateException e) {
            LOG.info("partitions could not be released in order: {}", e.getMessage());
            log.settle();
        }
    }

    private Desk desk(Tenure now) {
        Desk at = desk;
        if (at == null) {
            Map<Integer, Long> nextCommands = claims.take(now, log);
            at = new Desk(now, queue::wake, ready -> parts.recovery(nextCommands, ready));
            desk = at;
        }
        at.serveRecovered();
        if (at.isFullyServed()) {
            problem = "";
        }
        return at;
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
        pipeline.advance();
        states.writeIfDue();
        List<Submission> taken = takeSome();
        if (taken.isEmpty()) {
            queue.awaitWork(IDLE);
            return;
        }
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
        pipeline.decide(now, taken, concerned);
        pipeline.advance();
        rest = FIRST_REST;
    }

    private void fail(Tenure now, RuntimeException e) {
        if (e instanceof KafkaException || e instanceof StoreException) {
            LOG.warn("deciding was interrupted, recovering: {}", e.getMessage());
        } else {
            LOG.error("deciding was interrupted by a fault of this program, recovering", e);
        }
        pipeline.giveUp();
        problem = "recovering after: " + e.getMessage();
        parts.observer().failed();
        ownership.beginAnew(now);
        refuseWaiting("the owner of the appeal is recovering");
        log.settle();
        // at random, so that two nodes that have fenced each other do not do so for ever
        queue.awaitWork(rest.plusMillis(ThreadLocalRandom.current().nextLong(rest.toMillis())));
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
            answering.answer(taken, InHand.refusals(taken, reason));
        }
    }

    private List<Submission> takeSome() {
        return queue.take(BatchPipeline.BATCH_COMMANDS, BATCH_BYTES);
    }

    private void passOn(Submission submission) {
        if (submission instanceof DirectCommand direct) {
            answers.passOn(direct);
        }
    }

    /** What is being decided and committed at this moment. */
    List<Submission> inHand() {
        return pipeline.inHand();
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
