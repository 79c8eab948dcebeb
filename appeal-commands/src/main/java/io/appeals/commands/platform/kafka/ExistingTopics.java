package io.appeals.commands.platform.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Whether topics exist. Those that do not are asked after now and then only. */
final class ExistingTopics implements Predicate<String>, AutoCloseable {

    private static final long ASK_AGAIN = Duration.ofSeconds(10).toNanos();

    private final Admin admin;
    private final Set<String> existing = new HashSet<>();
    private final Map<String, Long> missingSince = new HashMap<>();

    ExistingTopics(Admin admin) {
        this.admin = admin;
    }

    /** @throws KafkaException if the cluster does not tell */
    @Override
    public boolean test(String topic) {
        if (existing.contains(topic)) {
            return true;
        }
        Long missing = missingSince.get(topic);
        if (missing != null && System.nanoTime() - missing < ASK_AGAIN) {
            return false;
        }
        boolean exists = isThere(topic);
        if (exists) {
            existing.add(topic);
        } else {
            missingSince.put(topic, System.nanoTime());
        }
        return exists;
    }

    private boolean isThere(String topic) {
        try {
            admin.describeTopics(List.of(topic)).allTopicNames().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw new KafkaException("whether topic " + topic + " exists is not told", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
