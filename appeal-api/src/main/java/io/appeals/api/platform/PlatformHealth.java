package io.appeals.api.platform;

import io.micronaut.context.annotation.Requires;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Tells how platforms are served. Callers over HTTP are served without it, so this is never a reason to take a node out. */
@Singleton
@Requires(bean = PlatformNode.class)
class PlatformHealth implements HealthIndicator {

    private final PlatformNode node;

    PlatformHealth(PlatformNode node) {
        this.node = node;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromSupplier(() -> HealthResult.builder("platforms", HealthStatus.UP)
                .details(node.details())
                .build());
    }
}
