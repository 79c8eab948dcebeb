package io.appeals.api.node;

import io.appeals.commands.writer.WriterObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Counts what the owner of this node's partitions does, for Prometheus. */
@Singleton
class WriterMetrics implements WriterObserver {

    private final Timer commits;
    private final DistributionSummary batches;
    private final Counter events;
    private final Counter failures;
    private final Timer recoveries;

    WriterMetrics(MeterRegistry registry) {
        commits = Timer.builder("appeals.writer.commit")
                .description("From a transaction's first record to the broker's answer")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        batches = DistributionSummary.builder("appeals.writer.batch")
                .description("Commands decided in one transaction")
                .baseUnit("commands")
                .register(registry);
        events = Counter.builder("appeals.writer.events")
                .description("Events appended to the log")
                .register(registry);
        failures = Counter.builder("appeals.writer.failures")
                .description("Transactions that failed")
                .register(registry);
        recoveries = Timer.builder("appeals.writer.recovery")
                .description("Bringing one partition's states to the end of the log")
                .register(registry);
    }

    @Override
    public void committed(int commands, int appended, Duration commitTime) {
        commits.record(commitTime);
        batches.record(commands);
        events.increment(appended);
    }

    @Override
    public void failed() {
        failures.increment();
    }

    @Override
    public void recovered(int partition, long read, Duration time) {
        recoveries.record(time);
    }
}
