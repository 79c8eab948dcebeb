package io.appeals.api.webhook.ledger;

import io.appeals.projections.NotReady;
import io.appeals.schema.topic.Topic;
import io.appeals.schema.webhook.LogPosition;
import io.appeals.schema.webhook.WebhookState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics of the webhooks: keeps the book up to date, and writes what changes. */
public final class KafkaWebhookLog implements WebhookLog, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_WAITING = (int) PATIENCE.toMillis();
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Admin admin;
    private final Producer<String, byte[]> producer;
    private final BookReader reader;
    private final Thread thread;
    private final WebhookRecords records;
    private final List<String> sources;
    private final int partitions;

    /**
     * @param clients what every Kafka client is configured with
     * @param sources topics that things are told from
     * @param partitions of each of them, and of the webhooks' own
     */
    public KafkaWebhookLog(Map<String, Object> clients, List<String> sources, int partitions, WebhookBook book) {
        this.sources = sources;
        this.partitions = partitions;
        this.records = new WebhookRecords(partitions);
        this.admin = Admin.create(clients);
        this.producer = new KafkaProducer<>(
                with(
                        clients,
                        Map.of(
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                                MOST_WAITING,
                                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                MOST_WAITING,
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                                2 * MOST_WAITING)),
                new StringSerializer(),
                new ByteArraySerializer());
        this.reader = new BookReader(consumer(clients), records, book);
        this.thread = Thread.ofPlatform().daemon().name("webhook-book").start(reader);
    }

    private static KafkaConsumer<String, byte[]> consumer(Map<String, Object> clients) {
        Map<String, Object> settings = with(
                clients,
                Map.of(
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false));
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static Map<String, Object> with(Map<String, Object> clients, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(clients);
        all.putAll(more);
        return all;
    }

    @Override
    public void requireReady() {
        if (!reader.isReady()) {
            throw new NotReady("what is known of webhooks is still being read", RETRY_AFTER);
        }
    }

    @Override
    public void put(String key, WebhookState state) {
        write(List.of(records.row(key, Optional.of(state), Instant.now())));
    }

    @Override
    public void remove(List<String> keys) {
        Instant now = Instant.now();
        write(keys.stream().map(key -> records.row(key, Optional.empty(), now)).toList());
    }

    private void write(List<ProducerRecord<String, byte[]>> all) {
        try {
            Map<TopicPartition, Long> ends = new HashMap<>();
            for (Future<RecordMetadata> sent : all.stream().map(producer::send).toList()) {
                RecordMetadata written = sent.get();
                ends.merge(new TopicPartition(written.topic(), written.partition()), written.offset() + 1, Math::max);
            }
            if (!reader.awaitUpTo(ends, PATIENCE)) {
                throw new NotReady("it is written, but this node has not read it back yet", RETRY_AFTER);
            }
        } catch (ExecutionException e) {
            throw new NotReady("the log does not take it: " + e.getMessage(), RETRY_AFTER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReady("the node is stopping", RETRY_AFTER);
        }
    }

    @Override
    public List<LogPosition> ends() {
        return offsets(sources, IsolationLevel.READ_COMMITTED).entrySet().stream()
                .map(end -> new LogPosition(end.getKey().topic(), end.getKey().partition(), end.getValue()))
                .toList();
    }

    /**
     * Returns once the book holds everything that was written before, also what is not committed at this moment.
     *
     * @throws KafkaException when that takes too long
     */
    public void awaitEverythingWritten() {
        try {
            // In sum as long as a transaction may stay open, and some.
            if (!reader.awaitUpTo(
                    offsets(List.of(Topic.WEBHOOKS.topicName()), IsolationLevel.READ_UNCOMMITTED),
                    PATIENCE.multipliedBy(4))) {
                throw new KafkaException("what is known of webhooks could not be read to its end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while the webhooks' topic was read", e);
        }
    }

    private Map<TopicPartition, Long> offsets(List<String> topics, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> wanted = topics.stream()
                .flatMap(topic -> IntStream.range(0, partitions).mapToObj(i -> new TopicPartition(topic, i)))
                .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        try {
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(wanted, new ListOffsetsOptions(isolation))
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        } catch (ExecutionException e) {
            throw new KafkaException("the ends of " + topics + " cannot be found: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while the log's ends were looked for", e);
        }
    }

    @Override
    public void close() {
        reader.close();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(PATIENCE);
        admin.close(PATIENCE);
    }
}
