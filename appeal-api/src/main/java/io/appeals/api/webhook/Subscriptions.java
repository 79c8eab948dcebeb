package io.appeals.api.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.appeals.api.caller.Caller;
import io.appeals.api.feed.EventSelection;
import io.appeals.api.feed.FeedSources;
import io.appeals.api.problem.Problem;
import io.appeals.api.problem.ProblemException;
import io.appeals.api.problem.ProblemType;
import io.appeals.api.settings.Setting;
import io.appeals.api.settings.Settings;
import io.appeals.api.webhook.WebhookRequests.Subscribe;
import io.appeals.api.webhook.endpoint.EndpointRules;
import io.appeals.api.webhook.ledger.WebhookBook;
import io.appeals.api.webhook.ledger.WebhookLog;
import io.appeals.api.webhook.signature.SignatureScheme;
import io.appeals.schema.appeal.AppealId;
import io.appeals.schema.webhook.WebhookState;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes, shows, changes and removes subscriptions. */
@Singleton
class Subscriptions {

    private static final UUID NAMESPACE = UUID.fromString("9f0c1f6e-6d0b-5a35-8a44-3b9e0c2d7a10");
    private static final int MOST_OF_A_SELLER = 20;

    private final WebhookBook book;
    private final WebhookLog log;
    private final EndpointRules endpoints;
    private final FeedSources sources;
    private final Duration overlap;
    private final Clock clock = Clock.systemUTC();

    Subscriptions(WebhookBook book, WebhookLog log, EndpointRules endpoints, FeedSources sources, Settings settings) {
        this.book = book;
        this.log = log;
        this.endpoints = endpoints;
        this.sources = sources;
        this.overlap = settings.duration(Setting.WEBHOOKS_SECRET_OVERLAP);
    }

    List<Webhook> all(Caller caller) {
        WebhookAccess.require(caller);
        log.requireReady();
        return book.webhooks().stream()
                .filter(webhook -> WebhookAccess.sees(caller, webhook))
                .toList();
    }

    /** @throws ProblemException 404 for one that the caller does not see, whether there is one or not */
    Webhook require(Caller caller, String webhookId) {
        WebhookAccess.require(caller);
        log.requireReady();
        return book.find(webhookId)
                .filter(webhook -> WebhookAccess.sees(caller, webhook))
                .orElseThrow(
                        () -> ProblemException.of(ProblemType.NOT_FOUND, "There is no webhook " + webhookId + "."));
    }

    /** @param key names this request: a repeat gets the webhook that the first has made */
    Webhook subscribe(Caller caller, String key, Subscribe body) {
        WebhookAccess.require(caller);
        String sellerId = WebhookAccess.scope(caller, body.sellerId());
        log.requireReady();
        String webhookId = AppealId.nameBased(NAMESPACE, caller.id() + "|" + caller.roleNames() + "|" + key)
                .toString();
        Webhook known = book.find(webhookId).orElse(null);
        if (known != null) {
            return same(known, body);
        }
        check(body);
        requireRoom(caller);
        log.put(WebhookKeys.subscription(webhookId), subscription(caller, sellerId, body));
        return book.find(webhookId).orElseThrow();
    }

    private static Webhook same(Webhook known, Subscribe body) {
        if (!known.row().requestDigest().equals(digest(body))) {
            throw ProblemException.of(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "Under this Idempotency-Key webhook " + known.id() + " was made, with other content.");
        }
        return known;
    }

    private void check(Subscribe body) {
        endpoints.refusal(body.url()).ifPresent(reason -> {
            throw ProblemException.malformed("/url", "endpoint", reason);
        });
        new EventSelection(types(body)).unknown(sources.types()).ifPresent(pattern -> {
            throw ProblemException.malformed(
                    "/eventTypes",
                    "unknown",
                    "no type of event matches '" + pattern + "'; there are " + String.join(", ", sources.types()));
        });
    }

    private void requireRoom(Caller caller) {
        long own = book.webhooks().stream()
                .filter(webhook -> webhook.row().ownerSellerId() != null && WebhookAccess.sees(caller, webhook))
                .count();
        if (WebhookAccess.owner(caller) != null && own >= MOST_OF_A_SELLER) {
            throw ProblemException.of(
                    ProblemType.RULE_VIOLATED,
                    "A seller has at most " + MOST_OF_A_SELLER + " webhooks; remove one that is not needed any more.");
        }
    }

    private WebhookState.Subscription subscription(Caller caller, @Nullable String sellerId, Subscribe body) {
        SignatureScheme scheme = "v1a".equals(body.signature()) ? SignatureScheme.V1A : SignatureScheme.V1;
        return new WebhookState.Subscription(
                body.url(),
                types(body),
                sellerId,
                WebhookAccess.owner(caller),
                caller.id(),
                body.description(),
                scheme.newKey().written(),
                null,
                null,
                digest(body),
                null,
                now(),
                log.ends());
    }

    private static List<String> types(Subscribe body) {
        return body.eventTypes() == null ? EventSelection.ALL.patterns() : body.eventTypes();
    }

    private static String digest(Subscribe body) {
        return UUID.nameUUIDFromBytes(body.toString().getBytes(UTF_8)).toString();
    }

    /** @param key names this request: a repeat changes nothing and gets the same secret */
    Webhook rotate(Caller caller, String webhookId, String key) {
        Webhook webhook = require(caller, webhookId);
        WebhookState.Subscription row = webhook.row();
        if (key.equals(row.rotationKey())) {
            return webhook;
        }
        log.put(
                WebhookKeys.subscription(webhookId),
                new WebhookState.Subscription(
                        row.url(),
                        row.eventTypes(),
                        row.sellerId(),
                        row.ownerSellerId(),
                        row.createdBy(),
                        row.description(),
                        webhook.keys().current().scheme().newKey().written(),
                        row.secret(),
                        now().plus(overlap),
                        row.requestDigest(),
                        key,
                        row.createdAt(),
                        row.from()));
        return book.find(webhookId).orElseThrow();
    }

    /** Deliveries go on from where they stopped. */
    Webhook enable(Caller caller, String webhookId) {
        Webhook webhook = require(caller, webhookId);
        if (!webhook.isEnabled()) {
            log.put(
                    WebhookKeys.standing(webhookId),
                    new WebhookState.Standing(true, "enabled by " + caller.id(), now()));
        }
        return book.find(webhookId).orElseThrow();
    }

    void remove(Caller caller, String webhookId) {
        require(caller, webhookId);
        log.remove(book.keys(webhookId));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The problem of whoever wants something delivered to a webhook that is disabled. */
    static ProblemException disabled(Webhook webhook) {
        return ProblemException.of(Problem.of(
                ProblemType.RULE_VIOLATED,
                "The webhook is disabled. Enable it first (POST /v1/webhooks/" + webhook.id()
                        + "/enable); it then goes on from where it stopped."));
    }
}
