package io.appeals.api.webhook.delivery;

import static org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation.LEAVE_GROUP;

import io.appeals.api.feed.FeedSources;
import io.appeals.api.webhook.endpoint.WebhookSender;
import io.appeals.api.webhook.ledger.KafkaWebhookLog;
import io.appeals.api.webhook.ledger.WebhookBook;
import io.appeals.api.webhook.ledger.WebhookRecords;
import io.appeals.commands.writer.kafka.FormerClaims;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers webhooks for the partitions that this node has in the group, until it is closed. */
public final class WebhookDelivery implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookDelivery.class);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    /** A node that stops gives its partitions up, so that others go on at once; one that is in trouble is back soon. */
    private static final CloseOptions LEAVING = CloseOptions.groupMembershipOperation(LEAVE_GROUP);

    private final DeliverySettings settings;
    private final DeliveryClients clients;
    private final FeedSources sources;
    private final WebhookSender sender;
    private final MessageBody body;
    private final WebhookBook book;
    private final KafkaWebhookLog webhooks;
    private final DeliveryObserver observer;
    private final Thread thread;
    private volatile boolean closed;

    private WebhookDelivery(
            DeliverySettings settings,
            FeedSources sources,
            WebhookSender sender,
            MessageBody body,
            WebhookBook book,
            KafkaWebhookLog webhooks,
            DeliveryObserver observer) {
        this.settings = settings;
        this.clients = new DeliveryClients(settings);
        this.sources = sources;
        this.sender = sender;
        this.body = body;
        this.book = book;
        this.webhooks = webhooks;
        this.observer = observer;
        this.thread = Thread.ofPlatform().daemon().name("webhook-delivery").unstarted(this);
    }

    public static WebhookDelivery start(
            DeliverySettings settings,
            FeedSources sources,
            WebhookSender sender,
            MessageBody body,
            WebhookBook book,
            KafkaWebhookLog webhooks,
            DeliveryObserver observer) {
        WebhookDelivery delivery = new WebhookDelivery(settings, sources, sender, body, book, webhooks, observer);
        delivery.thread.start();
        return delivery;
    }

    /** Whatever goes wrong takes one path: everything is let go, and begun anew from what is kept. */
    @Override
    public void run() {
        while (!closed) {
            try {
                serve();
            } catch (FencedInstanceIdException e) {
                LOG.error(
                        "another process runs under this node's id and delivers its webhooks; this one does not until it"
                                + " is restarted: give each node an id of its own");
                return;
            } catch (KafkaException e) {
                if (!closed) {
                    LOG.warn("webhooks are not delivered at the moment: {}", e.getMessage());
                    pause();
                }
            } catch (RuntimeException e) {
                LOG.error("webhooks are not delivered at the moment", e);
                pause();
            }
        }
    }

    private void serve() {
        try (Admin admin = clients.admin();
                Keeping keeping = new Keeping(
                        clients.producer(),
                        new WebhookRecords(settings.partitions()),
                        clients.transactionalId(),
                        observer);
                LogReader backlog = new LogReader(clients.reader(), sources);
                LogReader again = new LogReader(clients.reader(), sources);
                HttpCourier courier = new HttpCourier(sender, body, again, book);
                Consumer<String, byte[]> member = clients.member()) {
            FormerClaims claims =
                    new FormerClaims(admin, DeliverySettings.GROUP, clients.transactionalId(), member::committed);
            Tenure tenure = new Tenure(
                    member, backlog, sources, courier, desk(courier), keeping, claims, book, webhooks, observer);
            tenure.begin();
            try {
                while (!closed) {
                    tenure.turn();
                }
                member.close(LEAVING);
            } finally {
                book.listenNoMore(tenure);
                observer.standing(DeliveryFigures.NONE);
            }
        }
    }

    private DeliveryDesk desk(HttpCourier courier) {
        return new DeliveryDesk(
                settings.schedule(),
                settings.atOnce(),
                courier,
                () -> ThreadLocalRandom.current().nextDouble());
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_TROUBLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Keeps what is done; attempts under way are made again by whoever comes next. */
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
