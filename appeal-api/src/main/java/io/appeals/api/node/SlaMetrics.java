package io.appeals.api.node;

import io.appeals.projections.sla.topology.SlaObserver;
import io.appeals.schema.table.SlaAlert;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What the SLA projection does, for Prometheus. Nothing here is labelled by appeal or seller: there are too many. */
@Singleton
class SlaMetrics implements SlaObserver {

    private final MeterRegistry registry;
    private final Timer detectionLag;
    private final Timer scans;

    SlaMetrics(MeterRegistry registry) {
        this.registry = registry;
        detectionLag = Timer.builder("appeals.sla.detection.lag")
                .description("From the moment that an alert is about to the moment when it was noticed")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        scans = Timer.builder("appeals.sla.scan")
                .description("Looking one partition's deadlines through")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    @Override
    public void alerted(SlaAlert alert) {
        Counter.builder("appeals.sla.alerts")
                .description("SLA alerts given")
                .tag("type", alert.type())
                .tag("metric", alert.metric())
                .register(registry)
                .increment();
        Duration lag = Duration.between(alert.dueAt(), alert.detectedAt());
        detectionLag.record(lag.isNegative() ? Duration.ZERO : lag);
    }

    @Override
    public void scanned(Duration took, int alerts) {
        scans.record(took);
    }
}
