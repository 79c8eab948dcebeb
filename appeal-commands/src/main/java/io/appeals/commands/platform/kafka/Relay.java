package io.appeals.commands.platform.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries records on, each once and in order: what becomes of them is written in the transaction that commits how far they have
 * been read. After any failure it begins anew, with clients of its own, where the last transaction ended.
 */
final class Relay implements Runnable, AutoCloseable {

    /** What becomes of records that were read. Called again for the same records after a failure. */
    interface Work {

        /** What is to be written for a record, if anything. */
        Optional<ProducerRecord<String, byte[]>> of(ConsumerRecord<String, byte[]> found);

        /** All that {@link #of} was called for since the last time is committed. */
        default void committed() {}

        /** Nothing that {@link #of} was called for since the last time counts. */
        default void failed() {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration AFTER_ERROR = Duration.ofSeconds(1);
    /** After a failure, with nothing to carry: whether it is over shows by nothing but time. */
    private static final int QUIET_POLLS = 20;
    /** What led to nothing need not be committed at once: it would lead to nothing again. */
    private static final long COMMIT_NOTHING_EVERY = Duration.ofSeconds(5).toNanos();

    private final RelayClients clients;
    private final Work work;
    private final Thread thread;
    private volatile boolean closing;
    private volatile String problem = "";
    private volatile @Nullable Exception notSent;
    private int emptyPolls;
    private long committedAt = System.nanoTime();

    private Relay(RelayClients clients, Work work) {
        this.clients = clients;
        this.work = work;
        this.thread = Thread.ofPlatform().daemon().name(clients.group()).unstarted(this);
    }

    /** Begins to carry, on a thread of its own. */
    static Relay start(RelayClients clients, Work work) {
        Relay relay = new Relay(clients, work);
        relay.thread.start();
        return relay;
    }

    /** Why nothing is carried at the moment; empty when all is well. */
    String problem() {
        return problem;
    }

    @Override
    public void run() {
        while (!closing) {
            Producer<String, byte[]> producer = clients.producer();
            try (Consumer<String, byte[]> consumer = clients.consumer()) {
                producer.initTransactions();
                consumer.subscribe(clients.topics());
                while (!closing) {
                    carry(consumer.poll(POLL), consumer, producer);
                }
            } catch (InterruptException e) {
                closing = true;
            } catch (KafkaException e) {
                report(String.valueOf(reason(e).getMessage()), null);
                startOver();
            } catch (RuntimeException e) {
                report("a fault of this program: " + e, e);
                startOver();
            } finally {
                // at once: what is not committed by now does not count, and might never go through
                producer.close(Duration.ZERO);
            }
        }
    }

    private void carry(
            ConsumerRecords<String, byte[]> records,
            Consumer<String, byte[]> consumer,
            Producer<String, byte[]> producer) {
        if (records.isEmpty()) {
            emptyPolls++;
            if (emptyPolls >= QUIET_POLLS) {
                goesOn();
            }
            return;
        }
        List<ProducerRecord<String, byte[]>> out = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> found : records) {
            work.of(found).ifPresent(out::add);
        }
        if (out.isEmpty() && System.nanoTime() - committedAt < COMMIT_NOTHING_EVERY) {
            return;
        }
        producer.beginTransaction();
        out.forEach(record -> producer.send(record, this::sent));
        producer.sendOffsetsToTransaction(records.nextOffsets(), consumer.groupMetadata());
        producer.commitTransaction();
        work.committed();
        committedAt = System.nanoTime();
        goesOn();
    }

    private void goesOn() {
        if (!problem.isEmpty()) {
            LOG.info("{} goes on", clients.group());
            problem = "";
        }
    }

    private void sent(RecordMetadata unused, @Nullable Exception failure) {
        if (failure != null && notSent == null) {
            notSent = failure;
        }
    }

    /** A transaction fails because of a record that could not be written, and does not say which nor why. */
    private Exception reason(KafkaException failure) {
        Exception record = notSent;
        return record == null ? failure : record;
    }

    /** Once: the same failure comes again with every attempt. */
    private void report(String failure, @Nullable RuntimeException fault) {
        if (!closing && !failure.equals(problem)) {
            LOG.warn("{} stands still, trying again: {}", clients.group(), failure, fault);
            problem = failure;
        }
    }

    private void startOver() {
        work.failed();
        notSent = null;
        emptyPolls = 0;
        try {
            Thread.sleep(AFTER_ERROR);
        } catch (InterruptedException interrupted) {
            closing = true;
        }
    }

    /** Ends what is in hand. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(RelayClients.CALL_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
