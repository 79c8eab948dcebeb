package io.appeals.api.alertmanager;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** How posting to Alertmanager goes, for Prometheus. Nothing here is labelled by appeal: there are too many. */
@Singleton
class AlertmanagerMetrics {

    private final MeterRegistry registry;
    private final Counter posted;
    private final Counter failures;

    AlertmanagerMetrics(MeterRegistry registry) {
        this.registry = registry;
        posted = Counter.builder("appeals.alertmanager.posted")
                .description("SLA alerts that an Alertmanager has taken, renewed ones included")
                .register(registry);
        failures = Counter.builder("appeals.alertmanager.failures")
                .description("Attempts to post SLA alerts that failed")
                .register(registry);
    }

    void posted(int alerts) {
        posted.increment(alerts);
    }

    void failed() {
        failures.increment();
    }

    /** @param open how many alerts are open on this node, and {@code waiting} how many are still to be posted */
    void watch(Supplier<Number> open, Supplier<Number> waiting) {
        Gauge.builder("appeals.alertmanager.open", open)
                .description("SLA alerts of this node that are open")
                .register(registry);
        Gauge.builder("appeals.alertmanager.waiting", waiting)
                .description("SLA alerts that are still to be posted")
                .register(registry);
    }
}
