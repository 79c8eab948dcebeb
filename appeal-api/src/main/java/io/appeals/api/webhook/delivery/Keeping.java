package io.appeals.api.webhook.delivery;

import io.appeals.api.webhook.ledger.WebhookRecords;
import io.appeals.schema.webhook.WebhookState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Writes down what has changed, with the places in the log that it goes with, in one transaction in the name of the group's
 * generation: a node that has lost its partitions without knowing writes nothing any more.
 */
final class Keeping implements AutoCloseable {

    private static final Duration BETWEEN = Duration.ofMillis(250);
    private static final Duration BETWEEN_PLACES = Duration.ofSeconds(2);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    /** Who has a partition that was given up: nobody has to be fenced. */
    private static final String NOBODY = "";

    private final Producer<String, byte[]> producer;
    private final WebhookRecords records;
    private final String transactionalId;
    private final DeliveryObserver observer;
    private Map<TopicPartition, Long> kept = Map.of();
    private Instant last = Instant.MIN;

    /** @param transactionalId the producer's, by which whoever comes next can fence it */
    Keeping(
            Producer<String, byte[]> producer,
            WebhookRecords records,
            String transactionalId,
            DeliveryObserver observer) {
        this.producer = producer;
        this.records = records;
        this.transactionalId = transactionalId;
        this.observer = observer;
    }

    boolean isDue(Instant now) {
        return last == Instant.MIN || !last.plus(BETWEEN).isAfter(now);
    }

    boolean isWorthIt(Changes changes, Instant now) {
        boolean moved = !changes.places().equals(kept);
        return !changes.isOnlyPlaces()
                || moved && (last == Instant.MIN || !last.plus(BETWEEN_PLACES).isAfter(now));
    }

    /**
     * Makes partitions this node's own, before anything is done with them.
     *
     * @param places where each is gone on from
     * @throws KafkaException if they are no longer this node's
     */
    void claim(Map<TopicPartition, Long> places, ConsumerGroupMetadata group, Instant now) {
        write(new Changes(Map.of(), List.of(), places), transactionalId, group, now);
    }

    /** @throws KafkaException if nothing was kept: whoever asks must begin anew from what is */
    void keep(Changes changes, ConsumerGroupMetadata group, Instant now) {
        write(changes, transactionalId, group, now);
    }

    /**
     * Keeps the last changes and gives all partitions up, so that their next owner need not fence this node, which may go
     * on with others.
     *
     * @throws KafkaException if nothing was kept
     */
    void release(Changes changes, ConsumerGroupMetadata group, Instant now) {
        write(changes, NOBODY, group, now);
    }

    private void write(Changes changes, String owner, ConsumerGroupMetadata group, Instant now) {
        producer.beginTransaction();
        try {
            changes.rows().forEach((key, row) -> producer.send(records.row(key, row, now)));
            changes.attempts().forEach(attempt -> producer.send(records.attempt(attempt)));
            producer.sendOffsetsToTransaction(offsets(changes.places(), owner), group);
            producer.commitTransaction();
        } catch (KafkaException e) {
            abort();
            throw e;
        }
        kept = changes.places();
        last = now;
        tell(changes);
    }

    private void tell(Changes changes) {
        changes.attempts().forEach(observer::attempted);
        changes.rows().values().stream()
                .flatMap(Optional::stream)
                .filter(row -> row instanceof WebhookState.Standing standing && !standing.enabled())
                .forEach(_ -> observer.disabled());
    }

    private void abort() {
        try {
            producer.abortTransaction();
        } catch (KafkaException e) {
            // The producer is closed next, and the broker ends the transaction itself.
            return;
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets(Map<TopicPartition, Long> places, String owner) {
        return places.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, place -> new OffsetAndMetadata(place.getValue(), owner)));
    }

    /** Waits for nothing that is stuck: whoever comes next fences this producer. */
    @Override
    public void close() {
        producer.close(LAST_WORDS);
    }
}
