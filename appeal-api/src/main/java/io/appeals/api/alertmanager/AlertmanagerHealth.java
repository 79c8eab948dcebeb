package io.appeals.api.alertmanager;

import io.micronaut.context.annotation.Requires;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Tells how posting to Alertmanager goes. The product is well without it, so this is never a reason to take a node out. */
@Singleton
@Requires(bean = AlertmanagerNode.class)
class AlertmanagerHealth implements HealthIndicator {

    private final AlertmanagerNode node;

    AlertmanagerHealth(AlertmanagerNode node) {
        this.node = node;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromSupplier(() -> HealthResult.builder("alertmanager", HealthStatus.UP)
                .details(node.details())
                .build());
    }
}
