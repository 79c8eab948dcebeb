package io.appeals.api.webhook.delivery;

import io.appeals.api.feed.FeedSources;
import io.appeals.api.webhook.Webhook;
import io.appeals.api.webhook.ledger.KafkaWebhookLog;
import io.appeals.api.webhook.ledger.WebhookBook;
import io.appeals.commands.writer.kafka.FormerClaims;
import io.appeals.schema.webhook.WebhookState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** One stretch of delivering, from joining the group to the first trouble or the node's end. Used by one thread. */
final class Tenure implements ConsumerRebalanceListener, WebhookBook.Listener {

    private static final Duration AT_LEISURE = Duration.ofMillis(100);
    private static final Duration BUSY = Duration.ofMillis(2);
    private static final Duration BETWEEN_FIGURES = Duration.ofSeconds(5);

    /** Lanes that read by themselves take turns, so that reading again never holds up what is new. */
    private static final int BACKLOGS_A_TURN = 4;

    private final Consumer<String, byte[]> log;
    private final LogReader backlog;
    private final FeedSources sources;
    private final HttpCourier courier;
    private final DeliveryDesk desk;
    private final Keeping keeping;
    private final FormerClaims claims;
    private final WebhookBook book;
    private final KafkaWebhookLog webhooks;
    private final DeliveryObserver observer;
    private final Queue<Runnable> news = new ConcurrentLinkedQueue<>();
    private int nextBacklog;
    private Instant figuresAt = Instant.EPOCH;
    private boolean broken;

    Tenure(
            Consumer<String, byte[]> log,
            LogReader backlog,
            FeedSources sources,
            HttpCourier courier,
            DeliveryDesk desk,
            Keeping keeping,
            FormerClaims claims,
            WebhookBook book,
            KafkaWebhookLog webhooks,
            DeliveryObserver observer) {
        this.log = log;
        this.backlog = backlog;
        this.sources = sources;
        this.courier = courier;
        this.desk = desk;
        this.keeping = keeping;
        this.claims = claims;
        this.book = book;
        this.webhooks = webhooks;
        this.observer = observer;
    }

    void begin() {
        book.listen(this);
        log.subscribe(sources.topics(), this);
    }

    /**
     * Reads what is new, hears what came of attempts, and starts what may start.
     *
     * @throws RuntimeException after which the tenure is over: what it knows may not be what is kept
     */
    void turn() {
        try {
            readAndSend();
        } catch (RuntimeException e) {
            broken = true;
            throw e;
        }
    }

    private void readAndSend() {
        boolean more = readBacklogs();
        for (ConsumerRecord<String, byte[]> record : log.poll(more || courier.isBusy() ? BUSY : AT_LEISURE)) {
            if (desk.hasListeners()) {
                sources.read(record).ifPresent(item -> desk.read(item, Instant.now()));
            }
        }
        for (TopicPartition partition : log.assignment()) {
            desk.readUpTo(partition, log.position(partition));
        }
        hear();
        desk.turn(Instant.now());
        if (keeping.isDue(Instant.now())) {
            keep();
        }
        tellFigures(Instant.now());
    }

    private void tellFigures(Instant now) {
        if (now.isBefore(figuresAt)) {
            return;
        }
        figuresAt = now.plus(BETWEEN_FIGURES);
        long unread = log.assignment().stream()
                .mapToLong(partition -> log.currentLag(partition).orElse(0))
                .sum();
        observer.standing(desk.figures(unread));
    }

    private void hear() {
        for (Runnable each = news.poll(); each != null; each = news.poll()) {
            each.run();
        }
        for (Errand.Report report = courier.poll(); report != null; report = courier.poll()) {
            desk.report(report, Instant.now());
        }
    }

    /** @return whether there is more to be read at once */
    private boolean readBacklogs() {
        List<Lane> behind = desk.behind();
        int turns = Math.min(BACKLOGS_A_TURN, behind.size());
        for (int i = 0; i < turns; i++) {
            Lane lane = behind.get(Math.floorMod(nextBacklog++, behind.size()));
            if (lane.next() >= desk.headOf(lane)) {
                desk.readBacklog(lane, List.of(), lane.next(), Instant.now());
            } else {
                LogReader.Piece piece = backlog.from(new TopicPartition(lane.topic(), lane.partition()), lane.next());
                desk.readBacklog(lane, piece.items(), piece.upTo(), Instant.now());
            }
        }
        return !behind.isEmpty();
    }

    private void keep() {
        Instant now = Instant.now();
        Changes changes = desk.changes(now);
        if (keeping.isWorthIt(changes, now)) {
            keeping.keep(changes, log.groupMetadata(), now);
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        Map<TopicPartition, Long> places = claim(partitions);
        // What former owners had under way is settled by now, so that everything they kept is read soon.
        webhooks.awaitEverythingWritten();
        news.clear();
        places.forEach((partition, offset) -> {
            log.seek(partition, offset);
            desk.open(partition, offset);
        });
        book.webhooks().forEach(this::takeOver);
    }

    /** @return where each of the partitions is gone on from; nobody else can keep anything of them from now on */
    private Map<TopicPartition, Long> claim(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> committed = claims.settled(partitions);
        Map<TopicPartition, Long> ends = log.endOffsets(partitions);
        Map<TopicPartition, Long> places = HashMap.newHashMap(partitions.size());
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata place = committed.get(partition);
            places.put(partition, place == null ? ends.getOrDefault(partition, 0L) : place.offset());
        }
        keeping.claim(places, log.groupMetadata(), Instant.now());
        return places;
    }

    private void takeOver(Webhook webhook) {
        desk.know(webhook);
        book.rows(webhook.id(), WebhookState.Lane.class).forEach(lane -> desk.takeOver(webhook.id(), lane));
        book.rows(webhook.id(), WebhookState.Queue.class).forEach(queue -> desk.takeOver(webhook.id(), queue));
        Instant now = Instant.now();
        book.rows(webhook.id(), WebhookState.RetryRequested.class)
                .forEach(request -> desk.retry(webhook.id(), request, now));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty() && !broken) {
            release();
        }
        desk.closeAll();
    }

    private void release() {
        hear();
        Instant now = Instant.now();
        try {
            keeping.release(desk.changes(now), log.groupMetadata(), now);
        } catch (RuntimeException e) {
            broken = true;
            throw e;
        }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        desk.closeAll();
    }

    @Override
    public void changed(Webhook webhook) {
        news.add(() -> desk.know(webhook));
    }

    @Override
    public void forgotten(String webhookId) {
        news.add(() -> desk.forget(webhookId));
    }

    @Override
    public void retryRequested(String webhookId, WebhookState.RetryRequested request) {
        news.add(() -> desk.retry(webhookId, request, Instant.now()));
    }
}
