package io.appeals.api.operations;

import io.appeals.commands.writer.CommittedBatch;
import io.appeals.commands.writer.WriterObserver;
import io.appeals.schema.result.RejectionType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Counts what the owner of this node's partitions does. */
@Singleton
class WriterMetrics implements WriterObserver {

    private static final Duration[] COMMIT_TIMES = Buckets.millis(1, 2, 5, 10, 25, 50, 100, 250, 1_000, 5_000);

    private final MeterRegistry registry;
    private final Timer commits;
    private final DistributionSummary batches;
    private final Counter events;
    private final Counter failures;
    private final Counter turnedAway;
    private final Timer recoveries;
    private final Counter recoveredEvents;

    WriterMetrics(MeterRegistry registry) {
        this.registry = registry;
        commits = Timer.builder("appeals.writer.commit")
                .description("From a transaction's first record to the broker's answer")
                .serviceLevelObjectives(COMMIT_TIMES)
                .register(registry);
        batches = DistributionSummary.builder("appeals.writer.batch")
                .description("Commands decided in one transaction")
                .baseUnit("commands")
                .register(registry);
        events = counter("appeals.writer.events", "Events appended to the log");
        failures = counter("appeals.writer.failures", "Transactions that failed");
        turnedAway = counter(
                "appeals.writer.turned.away", "Commands answered 503 since more were waiting than can be decided soon");
        recoveries = Timer.builder("appeals.writer.recovery")
                .description("Bringing one partition's states to the end of the log")
                .register(registry);
        recoveredEvents = counter("appeals.writer.recovered.events", "Events read from the log for that");
        accepted();
        repeated();
        undecidable();
        for (RejectionType type : RejectionType.values()) {
            rejected(type);
        }
        for (String reason : DeadLetterCount.REASONS) {
            deadLetters(reason);
        }
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    private Counter accepted() {
        return commands("accepted");
    }

    private Counter repeated() {
        return commands("repeated");
    }

    private Counter undecidable() {
        return commands("undecidable");
    }

    private Counter commands(String outcome) {
        return Counter.builder("appeals.writer.commands")
                .description("Commands decided and committed, by what became of them; rejected ones are counted apart")
                .tag("outcome", outcome)
                .register(registry);
    }

    private Counter rejected(RejectionType type) {
        return Counter.builder("appeals.writer.rejections")
                .description("Commands that the owner of their appeal refused, by why")
                .tag("reason", type.slug())
                .register(registry);
    }

    private Counter deadLetters(String reason) {
        return DeadLetterCount.byCommands(registry, reason);
    }

    @Override
    public void committed(CommittedBatch batch, Duration commitTime) {
        commits.record(commitTime);
        batches.record(batch.commands());
        events.increment(batch.events());
        accepted().increment(batch.accepted());
        repeated().increment(batch.repeated());
        undecidable().increment(batch.undecidable());
        batch.rejected().forEach((type, count) -> rejected(type).increment(count));
        batch.deadLetters().forEach((reason, count) -> deadLetters(reason).increment(count));
    }

    @Override
    public void turnedAway() {
        turnedAway.increment();
    }

    @Override
    public void failed() {
        failures.increment();
    }

    @Override
    public void recovered(int partition, long read, Duration time) {
        recoveries.record(time);
        recoveredEvents.increment(read);
    }
}
