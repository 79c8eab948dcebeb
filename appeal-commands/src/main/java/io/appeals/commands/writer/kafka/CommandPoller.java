package io.appeals.commands.writer.kafka;

import io.appeals.commands.writer.queue.CommandQueue;
import io.appeals.commands.writer.queue.FromTopic;
import io.appeals.schema.topic.Topic;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The node's member of the owners' group: takes and gives up partitions, and carries commands from the topic to the
 * queue. Commits nothing: that is for the transactions.
 */
final class CommandPoller implements Runnable, ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(CommandPoller.class);
    private static final String TOPIC = Topic.COMMANDS.topicName();
    private static final Duration IDLE = Duration.ofMillis(50);
    private static final Duration QUEUE_FULL = Duration.ofMillis(2);
    private static final Duration AFTER_ERROR = Duration.ofSeconds(1);
    private static final Duration LETTING_GO = Duration.ofSeconds(25);

    private final Consumer<String, byte[]> consumer;
    private final CommandReader reader;
    private final CommandQueue queue;
    private final Ownership ownership;
    private final Deque<FromTopic> backlog = new ArrayDeque<>();
    private final Set<TopicPartition> started = new HashSet<>();
    private @Nullable Tenure tenure;
    private boolean paused;
    private volatile boolean closing;
    private volatile String problem = "not yet a member of the group that owns the partitions";

    CommandPoller(Consumer<String, byte[]> consumer, CommandReader reader, CommandQueue queue, Ownership ownership) {
        this.consumer = consumer;
        this.reader = reader;
        this.queue = queue;
        this.ownership = ownership;
    }

    @Override
    public void run() {
        try (consumer) {
            consumer.subscribe(List.of(TOPIC), this);
            while (!closing) {
                pollSafely();
            }
        } catch (InterruptException e) {
            LOG.debug("the poller was interrupted", e);
        } finally {
            letGo();
        }
    }

    /** Makes {@link #run()} end soon. */
    void close() {
        closing = true;
    }

    /** Why this node can own nothing; empty when it can. */
    String problem() {
        return problem;
    }

    private void pollSafely() {
        try {
            pollOnce();
        } catch (FencedInstanceIdException e) {
            problem = "another process runs under this node's id; this one owns nothing until it is restarted";
            LOG.error("{}: give each node an id of its own", problem);
            closing = true;
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.warn("reading commands failed, trying again: {}", e.getMessage());
            pause(AFTER_ERROR);
        } catch (RuntimeException e) {
            LOG.error("reading commands failed by a fault of this program, trying again", e);
            pause(AFTER_ERROR);
        }
    }

    private void pollOnce() {
        var records = consumer.poll(backlog.isEmpty() ? IDLE : QUEUE_FULL);
        Tenure now = ownership.current();
        if (now != tenure) {
            changeTenure(now);
        } else if (now != null) {
            for (ConsumerRecord<String, byte[]> found : records) {
                backlog.add(reader.read(now.number(), found));
            }
        }
        start();
        feed();
    }

    /** Nothing that was read before may count: the new tenure says from where to read. */
    private void changeTenure(@Nullable Tenure next) {
        tenure = next;
        backlog.clear();
        started.clear();
        consumer.pause(consumer.assignment());
    }

    private void start() {
        if (tenure == null) {
            return;
        }
        for (Tenure.Start next = tenure.nextStart(); next != null; next = tenure.nextStart()) {
            TopicPartition partition = new TopicPartition(TOPIC, next.partition());
            consumer.seek(partition, next.commandOffset());
            started.add(partition);
            if (!paused) {
                consumer.resume(List.of(partition));
            }
        }
    }

    /** Hands on what the queue takes; reads no more while it takes no more. */
    private void feed() {
        while (!backlog.isEmpty() && queue.offer(backlog.peek())) {
            backlog.remove();
        }
        boolean full = !backlog.isEmpty();
        if (full && !paused) {
            consumer.pause(started);
        } else if (!full && paused) {
            consumer.resume(started);
        }
        paused = full;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        consumer.pause(consumer.assignment());
        Set<Integer> numbers =
                consumer.assignment().stream().map(TopicPartition::partition).collect(Collectors.toSet());
        LOG.info("owns {} partitions: {}", numbers.size(), numbers);
        problem = "";
        ownership.assign(consumer.groupMetadata(), numbers);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        letGo();
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        LOG.warn("lost {} partitions: the group had given this node up", partitions.size());
        letGo();
    }

    private void letGo() {
        try {
            if (!ownership.revoke(LETTING_GO)) {
                LOG.warn("the owner is still inside a transaction; the broker will refuse it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        started.clear();
        backlog.clear();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
