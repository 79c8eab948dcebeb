package io.appeals.api.operations;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;
import static java.util.stream.Collectors.toMap;

import io.appeals.api.node.NodeService;
import io.appeals.projections.sla.ClockCensus;
import io.appeals.projections.sla.SlaQueries;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Shows the clocks of this node's partitions by metric, state and category, and how soon the next ones will be breached.
 * They are counted now and then, never for a scrape: a million of them take half a second.
 */
@Singleton
class ClockMetrics implements NodeService {

    private final SlaQueries queries;
    private final SlaMetrics alerts;
    private final CategoryLabels categories;
    private final LabelledGauge clocks;
    private final LabelledGauge due;
    private final LabelledGauge nearest;
    private final Timer looks;
    private final Pace pace;
    private volatile ClockCensus latest = new ClockCensus(Instant.EPOCH, List.of(), List.of(), Map.of(), null);

    ClockMetrics(SlaQueries queries, SlaMetrics alerts, CategoryLabels categories, MeterRegistry registry) {
        this.queries = queries;
        this.alerts = alerts;
        this.categories = categories;
        clocks = new LabelledGauge(
                MultiGauge.builder("appeals.sla.clocks").description("SLA clocks that have not ended"), registry);
        due = new LabelledGauge(
                MultiGauge.builder("appeals.sla.clocks.due")
                        .description("SLA clocks that will be breached within that time if nothing is done"),
                registry);
        nearest = new LabelledGauge(
                MultiGauge.builder("appeals.sla.nearest.breach.timestamp")
                        .baseUnit("seconds")
                        .description("When the next clock of the metric will be breached; take time() from it"),
                registry);
        looks = Timer.builder("appeals.sla.census")
                .description("Counting this node's clocks for the metrics")
                .register(registry);
        showMoments(registry);
        pace = Pace.start("census of SLA clocks", this::look);
    }

    private void showMoments(MeterRegistry registry) {
        Gauge.builder("appeals.sla.census.timestamp", this, metrics -> seconds(metrics.latest.takenAt()))
                .baseUnit("seconds")
                .description("When this node's clocks were last counted")
                .register(registry);
        Gauge.builder("appeals.sla.detection.backlog", this, metrics -> metrics.backlog())
                .baseUnit("seconds")
                .description("For how long something has been due that nobody was alerted of yet; 0 while all is said")
                .register(registry);
    }

    private double backlog() {
        ClockCensus census = latest;
        Instant since = census.overdueSince();
        return since == null ? 0 : Duration.between(since, census.takenAt()).toMillis() / 1_000.0;
    }

    private void look() {
        ClockCensus census = looks.record(queries::census);
        latest = census;
        clocks.show(census.counts().stream()
                .collect(groupingBy(count -> labels(count.kind()), summingDouble(ClockCensus.Count::count))));
        due.show(census.soon().stream().collect(toMap(ClockMetrics::labels, soon -> (double) soon.count())));
        nearest.show(census.nearestBreach().entrySet().stream()
                .collect(toMap(
                        breach -> Tags.of("metric", breach.getKey().word()), breach -> seconds(breach.getValue()))));
        census.counts()
                .forEach(count -> alerts.expect(
                        count.kind().metric().word(), categories.of(count.kind().category())));
    }

    private Tags labels(ClockCensus.Kind kind) {
        return Tags.of(
                "metric", kind.metric().word(),
                "state", kind.state().name(),
                "breached", Boolean.toString(kind.breached()),
                "category", categories.of(kind.category()));
    }

    private static Tags labels(ClockCensus.Soon soon) {
        return Tags.of("metric", soon.metric().word(), "within", soon.within().toHours() + "h");
    }

    private static double seconds(Instant moment) {
        return moment.toEpochMilli() / 1_000.0;
    }

    @PreDestroy
    void close() {
        pace.close();
    }
}
