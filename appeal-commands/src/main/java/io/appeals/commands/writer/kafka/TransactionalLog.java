package io.appeals.commands.writer.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log as its owner writes it: one transaction at a time. After a failure the owner calls {@link #settle()}, and
 * then knows that nothing is open any more: the transaction was aborted, or the next producer's start has ended it.
 */
final class TransactionalLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TransactionalLog.class);

    private final Supplier<Producer<String, byte[]>> producers;
    private @Nullable Producer<String, byte[]> producer;
    private boolean commitUnderWay;

    TransactionalLog(Supplier<Producer<String, byte[]>> producers) {
        this.producers = producers;
    }

    /** Ends what an earlier producer of this node may have left open, if there is no producer already. */
    void open() {
        if (producer != null) {
            return;
        }
        Producer<String, byte[]> fresh = producers.get();
        try {
            fresh.initTransactions();
        } catch (KafkaException e) {
            fresh.close(Duration.ZERO);
            throw e;
        }
        producer = fresh;
    }

    /** False between a failure that nobody can tell the outcome of and the next {@link #open()}. */
    boolean isOpen() {
        return producer != null;
    }

    void begin() {
        commitUnderWay = false;
        producer().beginTransaction();
    }

    Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
        return producer().send(record);
    }

    /**
     * Commits, if this node still is the owner: the broker refuses it once another has fenced this node's producer, and
     * the group refuses offsets of an earlier generation.
     *
     * @param commandOffsets the next command of each partition whose commands were taken from the topic, and of those
     *     that are being claimed
     */
    void commit(Map<TopicPartition, OffsetAndMetadata> commandOffsets, ConsumerGroupMetadata generation) {
        if (!commandOffsets.isEmpty()) {
            producer().sendOffsetsToTransaction(commandOffsets, generation);
        }
        commitUnderWay = true;
        producer().commitTransaction();
        commitUnderWay = false;
    }

    /** After a failure: aborts the transaction, or gives the producer up where that can't be done or isn't known. */
    void settle() {
        Producer<String, byte[]> failed = producer;
        if (failed == null) {
            return;
        }
        try {
            if (!commitUnderWay) {
                failed.abortTransaction();
                return;
            }
        } catch (KafkaException | IllegalStateException e) {
            LOG.debug("the transaction could not be aborted", e);
        }
        producer = null;
        failed.close(Duration.ZERO);
    }

    private Producer<String, byte[]> producer() {
        return Objects.requireNonNull(producer, "the log is not open");
    }

    @Override
    public void close() {
        Producer<String, byte[]> last = producer;
        producer = null;
        if (last != null) {
            last.close(OwnerClients.CALL_TIMEOUT);
        }
    }
}
