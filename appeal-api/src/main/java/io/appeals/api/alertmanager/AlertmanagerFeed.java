package io.appeals.api.alertmanager;

import io.appeals.schema.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts the SLA alerts of the partitions that this node has in the group, until it is closed. */
final class AlertmanagerFeed implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AlertmanagerFeed.class);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final Supplier<Consumer<String, byte[]>> members;
    private final ClockCheck check;
    private final AlertPost post;
    private final Duration renewEvery;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("alertmanager-feed").unstarted(this);
    private volatile int open;
    private volatile int waiting;
    private volatile boolean closed;

    private AlertmanagerFeed(
            Supplier<Consumer<String, byte[]>> members, ClockCheck check, AlertPost post, Duration renewEvery) {
        this.members = members;
        this.check = check;
        this.post = post;
        this.renewEvery = renewEvery;
    }

    /** @param members new members of the group */
    static AlertmanagerFeed start(
            Supplier<Consumer<String, byte[]>> members, ClockCheck check, AlertPost post, Duration renewEvery) {
        AlertmanagerFeed feed = new AlertmanagerFeed(members, check, post, renewEvery);
        feed.thread.start();
        return feed;
    }

    /** Alerts of this node that are known to be open. */
    int open() {
        return open;
    }

    /** Alerts that are still to be posted. */
    int waiting() {
        return waiting;
    }

    /** Whatever goes wrong takes one path: all is let go, and begun anew where the group stands. */
    @Override
    public void run() {
        while (!closed) {
            try {
                serve();
            } catch (KafkaException e) {
                if (!closed) {
                    LOG.warn("SLA alerts are not posted to Alertmanager at the moment: {}", e.getMessage());
                    pause();
                }
            } catch (RuntimeException e) {
                LOG.error("SLA alerts are not posted to Alertmanager at the moment", e);
                pause();
            }
        }
    }

    private void serve() {
        try (Consumer<String, byte[]> log = members.get()) {
            AlertDesk desk = new AlertDesk(check);
            Shift shift = new Shift(log, desk, post, renewEvery);
            log.subscribe(List.of(Topic.SLA_ALERTS.topicName()), shift);
            while (!closed) {
                shift.turn();
                open = desk.open();
                waiting = desk.waiting();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_TROUBLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
