package io.appeals.api.webhook.delivery;

import io.appeals.api.feed.FeedItem;
import io.appeals.api.webhook.endpoint.Answer;
import io.appeals.api.webhook.endpoint.WebhookSender;
import io.appeals.api.webhook.ledger.WebhookBook;
import io.appeals.api.webhook.signature.SignedMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes each attempt on a thread of its own, so that none waits for another. */
final class HttpCourier implements Errand.Courier, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpCourier.class);

    private final WebhookSender sender;
    private final MessageBody body;
    private final LogReader log;
    private final WebhookBook book;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("webhook-", 0).factory());
    private final Queue<Errand.Report> reports = new ConcurrentLinkedQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();

    HttpCourier(WebhookSender sender, MessageBody body, LogReader log, WebhookBook book) {
        this.sender = sender;
        this.body = body;
        this.log = log;
        this.book = book;
    }

    @Override
    public void send(Errand errand) {
        underWay.incrementAndGet();
        threads.execute(() -> run(errand));
    }

    private void run(Errand errand) {
        Instant begun = Instant.now();
        Answer answer = answer(errand);
        reports.add(new Errand.Report(errand, answer, begun, Duration.between(begun, Instant.now())));
        underWay.decrementAndGet();
    }

    private Answer answer(Errand errand) {
        try {
            Optional<FeedItem> item = item(errand.delivery());
            if (item.isEmpty()) {
                return new Answer.Unreachable("the event could not be read from the log again");
            }
            SignedMessage message = SignedMessage.of(
                    errand.delivery().id(),
                    body.of(item.get()),
                    errand.webhook().keys(),
                    Instant.now());
            // Reading the event may have taken a while.
            if (book.find(errand.webhook().id()).isEmpty()) {
                return new Answer.Unreachable("the webhook was removed");
            }
            return sender.send(errand.webhook().url(), message);
        } catch (KafkaException e) {
            return new Answer.Unreachable("the event could not be read from the log again: " + e.getMessage());
        } catch (RuntimeException e) {
            // An attempt that nobody hears of would hold up its queue for ever.
            LOG.error("an attempt to deliver {} failed", errand.delivery().id(), e);
            return new Answer.Unreachable("the sender failed");
        }
    }

    private Optional<FeedItem> item(Delivery delivery) {
        FeedItem item = delivery.item();
        return item != null ? Optional.of(item) : log.at(delivery.place());
    }

    /** What has come in, one at a time; null where nothing has. */
    Errand.@Nullable Report poll() {
        return reports.poll();
    }

    /** Whether something is under way or has come in. */
    boolean isBusy() {
        return underWay.get() > 0 || !reports.isEmpty();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
