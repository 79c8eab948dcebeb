package io.appeals.api.memory;

import io.appeals.projections.Readiness;
import io.appeals.projections.sla.AlertQuery;
import io.appeals.projections.sla.ClockCensus;
import io.appeals.projections.sla.ClockQuery;
import io.appeals.projections.sla.Page;
import io.appeals.projections.sla.ProvenClock;
import io.appeals.projections.sla.SlaQueries;
import io.appeals.projections.sla.policy.PolicyBook;
import io.appeals.schema.table.SlaAlert;
import io.appeals.schema.table.SlaClockRow;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Measures nothing: a log in memory has no clocks. */
@Singleton
@Replaces(SlaQueries.class)
@Requires(property = "test.memory-log")
class MemorySla implements SlaQueries {

    private final PolicyBook policies;

    MemorySla(PolicyBook policies) {
        this.policies = policies;
    }

    @Override
    public List<ProvenClock> clocks(String appealId, long minVersion) {
        return List.of();
    }

    @Override
    public Page<SlaClockRow> clocks(ClockQuery query) {
        return new Page<>(List.of(), null);
    }

    @Override
    public Page<SlaAlert> alerts(AlertQuery query) {
        return new Page<>(List.of(), null);
    }

    @Override
    public ClockCensus census() {
        return new ClockCensus(Instant.now(), List.of(), List.of(), Map.of(), null);
    }

    @Override
    public PolicyBook policies() {
        return policies;
    }

    @Override
    public Readiness readiness() {
        return new Readiness(true, "ready", Duration.ZERO, 0, List.of());
    }
}
