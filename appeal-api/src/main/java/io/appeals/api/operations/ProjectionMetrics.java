package io.appeals.api.operations;

import io.appeals.api.node.NodeService;
import io.appeals.api.node.ProjectionWatch;
import io.appeals.projections.ProjectionStatus;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Shows how this node's projections stand, each of the partitions that it has here. */
@Singleton
class ProjectionMetrics implements NodeService {

    private static final String PROJECTION = "projection";

    private final ProjectionWatch watch;
    private final MeterRegistry registry;
    private final Set<String> shown = new HashSet<>();
    private final Pace pace;
    private volatile Map<String, ProjectionStatus> latest = Map.of();

    ProjectionMetrics(ProjectionWatch watch, MeterRegistry registry) {
        this.watch = watch;
        this.registry = registry;
        Gauge.builder(
                        "appeals.log.partitions",
                        this,
                        metrics -> metrics.latest.values().stream()
                                .mapToInt(ProjectionStatus::allPartitions)
                                .max()
                                .orElse(0))
                .description("Partitions that the log has; the same on every node")
                .register(registry);
        this.pace = Pace.start("the projections' state", this::look);
    }

    private void look() {
        latest = watch.projections();
        latest.keySet().stream().filter(shown::add).forEach(this::show);
    }

    private void show(String projection) {
        gauge(
                "appeals.projection.open.partitions",
                "Partitions that are folded on this node",
                projection,
                ProjectionStatus::partitions);
        gauge(
                "appeals.projection.caught.up.partitions",
                "Partitions of this node that were read to the end of the log; only these answer and alert",
                projection,
                ProjectionStatus::caughtUpPartitions);
        gauge(
                "appeals.projection.lag.records",
                "Offsets of the log that are not folded yet; NaN while the brokers do not answer",
                projection,
                status -> status.lag().isPresent() ? status.lag().getAsLong() : Double.NaN);
        gauge(
                "appeals.projection.degraded.appeals",
                "Appeals with an event that could not be folded",
                projection,
                ProjectionStatus::degradedAppeals);
        FunctionCounter.builder(
                        "appeals.projection.thread.failures",
                        this,
                        metrics -> metrics.figure(projection, ProjectionStatus::threadFailures))
                .description("Threads that failed and were replaced")
                .tag(PROJECTION, projection)
                .register(registry);
        DeadLetterCount.REASONS.forEach(reason -> showDeadLetters(projection, reason));
    }

    private void gauge(String name, String description, String projection, ToDoubleFunction<ProjectionStatus> figure) {
        Gauge.builder(name, this, metrics -> metrics.figure(projection, figure))
                .description(description)
                .tag(PROJECTION, projection)
                .register(registry);
    }

    private void showDeadLetters(String projection, String reason) {
        FunctionCounter.builder(
                        DeadLetterCount.NAME,
                        this,
                        metrics -> metrics.figure(
                                projection, status -> status.deadLetters().getOrDefault(reason, 0L)))
                .description(DeadLetterCount.DESCRIPTION)
                .tag("reporter", projection)
                .tag("reason", reason)
                .register(registry);
    }

    private double figure(String projection, ToDoubleFunction<ProjectionStatus> figure) {
        ProjectionStatus status = latest.get(projection);
        return status == null ? Double.NaN : figure.applyAsDouble(status);
    }

    @PreDestroy
    void close() {
        pace.close();
    }
}
