package io.appeals.api.operations;

import io.appeals.api.node.WriterWatch;
import io.appeals.commands.writer.WriterStatus;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Ready once this node's partitions take commands. */
@Singleton
@Readiness
class WriterHealth implements HealthIndicator {

    private final WriterWatch writer;

    WriterHealth(WriterWatch writer) {
        this.writer = writer;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromSupplier(() -> result(writer.status()));
    }

    private static HealthResult result(WriterStatus status) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("progress", progress(status));
        details.put("servingPartitions", status.servingPartitions());
        details.put("ownedPartitions", status.ownedPartitions());
        details.put("queuedCommands", status.queuedCommands());
        if (!status.problem().isEmpty()) {
            details.put("problem", status.problem());
        }
        return HealthResult.builder("commands", status.isReady() ? HealthStatus.UP : HealthStatus.DOWN)
                .details(details)
                .build();
    }

    private static String progress(WriterStatus status) {
        if (status.isReady()) {
            return "ready";
        }
        return status.ownedPartitions() == 0
                ? "joining the cluster"
                : "recovered " + (int) (100 * status.recoveryProgress()) + " %";
    }
}
