package io.appeals.commands.writer.kafka;

import io.appeals.commands.writer.ledger.CachedAppeals;
import io.appeals.commands.writer.ledger.KnownAppeals;
import io.appeals.commands.writer.queue.Submission;
import io.appeals.commands.writer.store.WriteBehind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Decides commands and brings them into the log, one transaction after another. While one is on its way, the next batch
 * is decided on what it leads to; if it fails, the next falls with it, and nobody has heard of either. For the owner's
 * thread only, but for {@link #inHand()}.
 */
final class BatchPipeline implements AutoCloseable {

    /** Below, passing a batch to another thread costs more than is won, and a single caller would wait for it. */
    private static final int WORTH_A_THREAD = 32;

    /** With as many, a batch is full and waits for its turn before it takes more. */
    static final int BATCH_COMMANDS = 2_048;

    private final OwnerParts parts;
    private final TransactionalLog log;
    private final AnsweringThread answering;
    private final WriteBehind states;
    private final CachedAppeals appeals;
    private final Runnable wakeOwner;
    private final ExecutorService appender = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("appeals-appender").factory());
    private volatile @Nullable InHand forming;
    private volatile @Nullable InHand underWay;
    private CompletableFuture<Void> appended = CompletableFuture.completedFuture(null);

    BatchPipeline(
            OwnerParts parts,
            TransactionalLog log,
            AnsweringThread answering,
            WriteBehind states,
            CachedAppeals appeals,
            Runnable wakeOwner) {
        this.parts = parts;
        this.log = log;
        this.answering = answering;
        this.states = states;
        this.appeals = appeals;
        this.wakeOwner = wakeOwner;
    }

    /**
     * Decides commands; {@link #advance} brings them into the log.
     *
     * @param taken all that was taken from the queue
     * @param concerned those among them that are to be decided at this desk
     */
    void decide(Desk desk, List<Submission> taken, List<Submission> concerned) {
        InHand at = forming;
        if (at == null) {
            InHand before = underWay;
            KnownAppeals known =
                    before == null ? appeals : before.batch().ledger().onceCommitted(appeals);
            at = new InHand(desk, new Batch(parts.now(), known, parts.decider(), parts.records()));
            forming = at;
        }
        at.add(taken, concerned);
        for (Submission submission : concerned) {
            at.batch().add(submission);
        }
    }

    /**
     * Takes over what has been committed meanwhile, and has what is decided committed next, if it is its turn. Waits
     * only where the next batch is full.
     *
     * @throws RuntimeException if a batch could not be committed; then it does not count, nor does what was decided on it
     */
    void advance() {
        InHand next = forming;
        if (!appended.isDone() && (next == null || next.size() < BATCH_COMMANDS)) {
            return;
        }
        finish();
        if (next == null) {
            return;
        }
        underWay = next;
        forming = null;
        Map<TopicPartition, OffsetAndMetadata> offsets =
                next.batch().offsets(next.desk().nextCommands(), parts.clients()::claim);
        if (next.size() < WORTH_A_THREAD) {
            append(next, offsets);
            finish();
        } else {
            appended = CompletableFuture.runAsync(() -> append(next, offsets), appender);
            var unused = appended.whenComplete((done, failure) -> wakeOwner.run());
        }
    }

    /** Has everything committed that has been decided, and waits for it. */
    void drain() {
        finish();
        advance();
        finish();
    }

    private void append(InHand next, Map<TopicPartition, OffsetAndMetadata> offsets) {
        long begun = System.nanoTime();
        next.batch().appendTo(log, offsets, next.desk().tenure().generation());
        parts.observer().committed(next.batch().tally().result(), Duration.ofNanos(System.nanoTime() - begun));
        next.answer(answering);
    }

    /**
     * Waits for the batch that is under way, if any.
     *
     * @throws RuntimeException if it could not be committed
     */
    private void finish() {
        InHand before = underWay;
        if (before == null) {
            return;
        }
        await();
        underWay = null;
        Batch batch = before.batch();
        before.desk().committed(batch.commandOffsets(), batch.positions());
        states.add(batch.ledger(), batch.positions());
        appeals.takeOver(batch.ledger());
    }

    private void await() {
        try {
            appended.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new KafkaException("a batch could not be appended", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** After a failure: tells everybody who waits for what is in hand that it does not count. */
    void giveUp() {
        appended.exceptionally(failure -> null).join();
        appended = CompletableFuture.completedFuture(null);
        for (InHand lost : new InHand[] {underWay, forming}) {
            if (lost != null) {
                lost.refuse(answering, "the transaction failed and was given up");
            }
        }
        underWay = null;
        forming = null;
    }

    /** What is being decided or committed at this moment; for any thread. */
    List<Submission> inHand() {
        List<Submission> all = new ArrayList<>();
        for (InHand each : new InHand[] {underWay, forming}) {
            if (each != null) {
                each.addTo(all);
            }
        }
        return all;
    }

    @Override
    public void close() {
        appender.close();
    }
}
