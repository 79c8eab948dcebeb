package io.appeals.api.webhook;

import io.appeals.api.feed.FeedSources;
import io.appeals.api.webhook.delivery.DeliveryFigures;
import io.appeals.api.webhook.delivery.DeliveryObserver;
import io.appeals.schema.webhook.DeliveryStatus;
import io.appeals.schema.webhook.WebhookAttempt;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Shows what is delivered and what waits. Nothing here is labelled by endpoint or seller: there are too many. */
@Singleton
class WebhookMetrics implements DeliveryObserver {

    private static final Duration[] ANSWER_TIMES = {
        Duration.ofMillis(50),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15)
    };

    private final MeterRegistry registry;
    private final Map<DeliveryStatus, Timer> attempts = new EnumMap<>(DeliveryStatus.class);
    private final Counter disabled;
    private volatile DeliveryFigures latest = DeliveryFigures.NONE;

    WebhookMetrics(MeterRegistry registry, FeedSources sources) {
        this.registry = registry;
        for (DeliveryStatus status : DeliveryStatus.values()) {
            attempts.put(status, attempts(status));
        }
        disabled = Counter.builder("appeals.webhook.disablements")
                .description("Endpoints that were disabled since they answered 410 or nothing got through for long")
                .register(registry);
        gauge("waiting.deliveries", Tags.empty(), "Deliveries that wait or are under way", DeliveryFigures::waiting);
        gauge(
                "unread.records",
                Tags.empty(),
                "Records of the log that are still to be looked through, for each endpoint that is behind",
                DeliveryFigures::unread);
        gauge(
                "oldest.waiting.seconds",
                Tags.empty(),
                "Age of the event that has waited longest for its delivery; 0 while none waits",
                WebhookMetrics::age);
        String endpoints = "Endpoints, by whether anything is delivered to them; one node counts them for all";
        gauge("endpoints", Tags.of("state", "enabled"), endpoints, DeliveryFigures::enabled);
        gauge("endpoints", Tags.of("state", "disabled"), endpoints, DeliveryFigures::disabled);
        for (String topic : sources.topics()) {
            gauge(
                    "partitions",
                    Tags.of("topic", topic),
                    "Partitions that this node delivers from",
                    figures -> figures.partitions().getOrDefault(topic, 0));
        }
    }

    private Timer attempts(DeliveryStatus status) {
        String outcome = switch (status) {
            case DELIVERED -> "delivered";
            case WAITING -> "failed";
            case GIVEN_UP -> "given_up";
        };
        return Timer.builder("appeals.webhook.attempt")
                .description("Attempts to deliver a webhook, and how long they took; what failed is tried again")
                .tag("outcome", outcome)
                .serviceLevelObjectives(ANSWER_TIMES)
                .register(registry);
    }

    private void gauge(String name, Tags labels, String description, ToDoubleFunction<DeliveryFigures> figure) {
        Gauge.builder("appeals.webhook." + name, this, metrics -> figure.applyAsDouble(metrics.latest))
                .description(description)
                .tags(labels)
                .register(registry);
    }

    private static double age(DeliveryFigures figures) {
        Instant oldest = figures.oldestWaiting();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, Instant.now()).toMillis() / 1_000.0);
    }

    @Override
    public void attempted(WebhookAttempt attempt) {
        Timer timer = attempts.get(attempt.status());
        if (timer != null) {
            timer.record(Duration.ofMillis(attempt.durationMillis()));
        }
    }

    @Override
    public void disabled() {
        disabled.increment();
    }

    @Override
    public void standing(DeliveryFigures figures) {
        latest = figures;
    }
}
