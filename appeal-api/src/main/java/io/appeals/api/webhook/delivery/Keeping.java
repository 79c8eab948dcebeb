package io.appeals.api.webhook.delivery;

import io.appeals.api.webhook.ledger.WebhookRecords;
import io.appeals.schema.webhook.WebhookState;
import java.time.Duration;
import java.time.Instant;
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
final class Keeping {

    private static final Duration BETWEEN = Duration.ofMillis(250);
    private static final Duration BETWEEN_PLACES = Duration.ofSeconds(2);

    private final Producer<String, byte[]> producer;
    private final WebhookRecords records;
    private final DeliveryObserver observer;
    private Map<TopicPartition, Long> kept = Map.of();
    private Instant last = Instant.MIN;

    Keeping(Producer<String, byte[]> producer, WebhookRecords records, DeliveryObserver observer) {
        this.producer = producer;
        this.records = records;
        this.observer = observer;
    }

    boolean isDue(Instant now) {
        return last == Instant.MIN || !last.plus(BETWEEN).isAfter(now);
    }

    /** @param places whether places alone are reason enough */
    boolean isWorthIt(Changes changes, boolean places, Instant now) {
        boolean moved = !changes.places().equals(kept);
        return !changes.isOnlyPlaces()
                || moved
                        && (places
                                || last == Instant.MIN
                                || !last.plus(BETWEEN_PLACES).isAfter(now));
    }

    /** @throws KafkaException if nothing was kept: whoever asks must begin anew from what is */
    void keep(Changes changes, ConsumerGroupMetadata group, Instant now) {
        producer.beginTransaction();
        try {
            changes.rows().forEach((key, row) -> producer.send(records.row(key, row, now)));
            changes.attempts().forEach(attempt -> producer.send(records.attempt(attempt)));
            producer.sendOffsetsToTransaction(offsets(changes.places()), group);
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

    private static Map<TopicPartition, OffsetAndMetadata> offsets(Map<TopicPartition, Long> places) {
        return places.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, place -> new OffsetAndMetadata(place.getValue())));
    }
}
