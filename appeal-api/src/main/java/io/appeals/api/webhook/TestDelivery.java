package io.appeals.api.webhook;

import io.appeals.api.feed.FeedMessage;
import io.appeals.api.webhook.delivery.MessageBody;
import io.appeals.api.webhook.endpoint.Answer;
import io.appeals.api.webhook.endpoint.WebhookSender;
import io.appeals.api.webhook.signature.SignedMessage;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Sends an endpoint something harmless, at once, whether its webhook is enabled or not. */
@Singleton
class TestDelivery {

    static final String TYPE = "webhook.test";

    private final WebhookSender sender;
    private final MessageBody body;
    private final Clock clock = Clock.systemUTC();

    TestDelivery(WebhookSender sender, MessageBody body) {
        this.sender = sender;
        this.body = body;
    }

    /** Blocks until there is an answer or the time limit has passed. */
    TestResult to(Webhook webhook) {
        Instant begun = clock.instant();
        String id = "msg_" + UUID.randomUUID();
        byte[] message = body.write(
                new FeedMessage(TYPE, begun, null, webhook.row().sellerId(), null, Map.of("webhookId", webhook.id())));
        Answer answer = sender.send(webhook.url(), SignedMessage.of(id, message, webhook.keys(), begun));
        return new TestResult(
                answer instanceof Answer.Received,
                id,
                answer.httpStatus(),
                answer.problem(),
                Duration.between(begun, clock.instant()).toMillis());
    }
}
