package io.appeals.api.operations;

import io.appeals.projections.sla.SlaQueries;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Ready once every SLA clock is up to date; before that nobody is alerted. */
@Singleton
@Readiness
class SlaHealth implements HealthIndicator {

    private final SlaQueries queries;

    SlaHealth(SlaQueries queries) {
        this.queries = queries;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromSupplier(() -> result(queries.readiness()));
    }

    private static HealthResult result(io.appeals.projections.Readiness readiness) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("progress", readiness.progress());
        if (!readiness.problems().isEmpty()) {
            details.put("problems", readiness.problems());
        }
        return HealthResult.builder("sla", readiness.ready() ? HealthStatus.UP : HealthStatus.DOWN)
                .details(details)
                .build();
    }
}
