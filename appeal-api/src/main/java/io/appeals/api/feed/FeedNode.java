package io.appeals.api.feed;

import io.appeals.api.node.Node;
import io.appeals.api.node.NodeService;
import io.appeals.api.node.NodeSettings;
import io.appeals.schema.topic.Topic;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The feed of one node on its cluster. */
@Singleton
class FeedNode implements NodeService, Feed {

    /** Some megabytes: an event takes 0.5 to 2 KB. */
    private static final int RECENT = 10_000;

    private static final int CATCH_UPS = 8;
    private static final int CATCH_UP_RECORDS = 200;
    private static final int CATCH_UP_BYTES = 512 * 1024;
    private static final Duration QUEUING = Duration.ofSeconds(5);
    private static final Duration BEGINNING = Duration.ofSeconds(5);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final FeedRing ring = new FeedRing(RECENT);
    private final Semaphore permits = new Semaphore(CATCH_UPS);
    private final Map<String, Object> clients;
    private final FeedSources sources;
    private final PositionSeal seal;
    private final FeedReader reader;
    private final Thread thread;

    /** @param node has created the topics */
    FeedNode(Node node, NodeSettings settings, FeedSources sources, FeedSessions sessions) {
        this.clients = settings.clients();
        this.sources = sources;
        this.seal = PositionSeal.of(secret());
        this.reader = new FeedReader(consumer(Map.of()), sources, ring, sessions);
        this.thread = Thread.ofPlatform().daemon().name("feed-reader").start(reader);
    }

    private KafkaConsumer<String, byte[]> consumer(Map<String, Object> more) {
        Map<String, Object> configuration = new HashMap<>(clients);
        configuration.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        configuration.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, -1);
        configuration.putAll(more);
        return new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * The topic's id is random, the same for all nodes, and told to those only who may ask for the topic's offsets too. A topic
     * that is made anew has another one: positions in the former are worth nothing then.
     */
    private String secret() {
        String topic = Topic.EVENTS.topicName();
        try (Admin admin = Admin.create(clients)) {
            return admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                    .map(description -> description.topicId().toString())
                    .findFirst()
                    .orElseThrow();
        } catch (ExecutionException e) {
            throw new KafkaException("the id of " + topic + " cannot be found: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public PositionSeal seal() {
        return seal;
    }

    @Override
    public void awake() throws InterruptedException {
        reader.awake();
        ring.awaitBeginning(BEGINNING);
    }

    @Override
    public FeedRing ring() {
        return ring;
    }

    @Override
    public Optional<CatchUp> catchUp(Collection<TopicPartition> partitions, FeedPosition from)
            throws InterruptedException {
        if (!permits.tryAcquire(QUEUING.toMillis(), TimeUnit.MILLISECONDS)) {
            return Optional.empty();
        }
        try {
            KafkaConsumer<String, byte[]> log = consumer(Map.of(
                    ConsumerConfig.MAX_POLL_RECORDS_CONFIG, CATCH_UP_RECORDS,
                    ConsumerConfig.FETCH_MAX_BYTES_CONFIG, CATCH_UP_BYTES,
                    ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, CATCH_UP_BYTES));
            return Optional.of(new KafkaCatchUp(log, sources, permits, partitions, from));
        } catch (RuntimeException e) {
            permits.release();
            throw e;
        }
    }

    @PreDestroy
    void close() throws InterruptedException {
        reader.close();
        thread.join(LAST_WORDS);
    }
}
