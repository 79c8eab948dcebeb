package io.appeals.api.operations;

import io.appeals.projections.sla.clock.AlertKind;
import io.appeals.projections.sla.topology.SlaObserver;
import io.appeals.schema.table.SlaAlert;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Counts what the SLA projection does. Nothing here is labelled by appeal or seller: there are too many. */
@Singleton
class SlaMetrics implements SlaObserver {

    private static final Duration[] LAGS =
            Buckets.millis(100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 600_000, 3_600_000);
    private static final Duration[] SCAN_TIMES =
            Buckets.micros(100, 300, 1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000);

    private final MeterRegistry registry;
    private final CategoryLabels categories;
    private final Timer detectionLag;
    private final Timer scans;

    SlaMetrics(MeterRegistry registry, CategoryLabels categories) {
        this.registry = registry;
        this.categories = categories;
        detectionLag = Timer.builder("appeals.sla.detection.lag")
                .description("From the moment that an alert is about to the moment when it was noticed")
                .serviceLevelObjectives(LAGS)
                .register(registry);
        scans = Timer.builder("appeals.sla.scan")
                .description("Looking one partition's deadlines through")
                .serviceLevelObjectives(SCAN_TIMES)
                .register(registry);
    }

    /** There are such clocks, so that there may be alerts: a count that is first seen with a one has not visibly grown. */
    void expect(String metric, String category) {
        for (AlertKind kind : AlertKind.values()) {
            alerts(kind.word(), metric, category);
        }
    }

    private Counter alerts(String type, String metric, String category) {
        return Counter.builder("appeals.sla.alerts")
                .description("SLA alerts given: warnings, breaches and recoveries")
                .tag("type", type)
                .tag("metric", metric)
                .tag("category", category)
                .register(registry);
    }

    @Override
    public void alerted(SlaAlert alert) {
        alerts(alert.type(), alert.metric(), categories.of(alert.category())).increment();
        Duration lag = Duration.between(alert.dueAt(), alert.detectedAt());
        detectionLag.record(lag.isNegative() ? Duration.ZERO : lag);
    }

    @Override
    public void scanned(Duration took, int alerts) {
        scans.record(took);
    }
}
